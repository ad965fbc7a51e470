import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";

const PROGRAM = fileURLToPath(new URL("../../src/cli/vigie.ts", import.meta.url));

/** What a run of the command line left behind. */
export interface VigieRun {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs `vigie` as a user would, in a process of its own, with nothing of our environment but what is given. */
export function runVigie(
  args: readonly string[],
  { env = {}, input = "" }: { env?: Readonly<Record<string, string>>; input?: string | Uint8Array } = {},
): Promise<VigieRun> {
  return new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      [PROGRAM, ...args],
      { env: { PATH: process.env["PATH"], ...env }, timeout: 60_000, maxBuffer: 64 * 1024 * 1024 },
      (_error, stdout, stderr) => {
        resolve({ code: child.exitCode, stdout, stderr });
      },
    );
    // A program that does not read its input may end before it is written.
    child.stdin?.on("error", () => undefined);
    child.stdin?.end(input);
  });
}
