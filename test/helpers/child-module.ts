import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import type { Owner } from "./databases.ts";

/**
 * Runs an ES module, given as text, in a process of its own until it has said something, and gives that process back
 * running. Its imports are found from the root of the project; it is killed when the owner ends.
 */
export async function startModule(t: Owner, code: string): Promise<{ said: string; kill(): Promise<void> }> {
  const child = spawn(process.execPath, ["--input-type=module", "--eval", code], {
    cwd: fileURLToPath(new URL("../..", import.meta.url)),
    stdio: ["ignore", "pipe", "inherit"],
  });
  const kill = () => killOff(child);
  t.after(kill);
  const [said] = (await Promise.race([once(child.stdout, "data"), once(child, "exit")])) as unknown[];
  return { said: String(said).trim(), kill };
}

/** SIGKILL: no handler runs, nothing is closed. */
async function killOff(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill("SIGKILL");
  await once(child, "exit");
}
