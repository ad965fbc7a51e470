import { AppError } from "../errors.ts";
import { printError } from "./terminal.ts";

/** Runs a command to its exit code; what we raised on purpose is said in one line, anything else with its trace. */
export async function runCommand(command: () => Promise<number>): Promise<void> {
  try {
    process.exitCode = await command();
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    printError(`vigie : ${error.message}`);
    process.exitCode = 1;
  }
}
