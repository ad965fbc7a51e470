import { AppError, NotFoundError } from "../errors.ts";
import { printError } from "./terminal.ts";

/** Runs a command to its exit code; what we raised on purpose is said in one line, anything else with its trace. */
export async function runCommand(command: () => Promise<number>): Promise<void> {
  try {
    process.exitCode = await command();
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    printError(`vigie : ${error.message}`);
    if (error instanceof NotFoundError && error.suggestions.length > 0) {
      printError(`Noms voisins : ${error.suggestions.map(({ name }) => name).join(", ")}.`);
    }
    process.exitCode = 1;
  }
}
