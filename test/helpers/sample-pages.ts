import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { ParsedQuestion } from "../../src/domain/parsed-question.ts";
import { defaultSource } from "../../src/sources/registry.ts";
import { listFiles, projectRoot } from "./source-files.ts";

/** The fictional pages a first start shows, parsed, in the order of their ids. */
export function parseSamplePages(): ParsedQuestion[] {
  return listFiles("seeds/pages").map((location) =>
    defaultSource.parse({ bytes: readFileSync(join(projectRoot, location)), location }),
  );
}
