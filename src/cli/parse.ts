import { ParseError } from "../errors.ts";
import { findFiles } from "../ingest/find-files.ts";
import { readPageFile } from "../ingest/read-file.ts";
import { defaultSource } from "../sources/registry.ts";
import { checkSourceId } from "./source-id.ts";
import { printError, printLine } from "./terminal.ts";

/**
 * `vigie parse FILE…`: one `ParsedQuestion` as a line of JSON on standard output for each page, one line
 * `{"file","code","message"}` on standard error for each refusal. Gives back the exit code.
 */
export async function parseCommand(
  files: readonly string[],
  options: { sourceId?: string },
): Promise<number> {
  checkSourceId(options.sourceId, files);
  let refused = 0;
  for await (const file of findFiles(files)) {
    try {
      const bytes = await readPageFile(file);
      const question = defaultSource.parse({ bytes, location: file, ...options });
      await printLine(JSON.stringify(question));
    } catch (error) {
      if (!(error instanceof ParseError)) throw error;
      refused += 1;
      printError(JSON.stringify({ file, code: error.code, message: error.message }));
    }
  }
  return refused > 0 ? 2 : 0;
}
