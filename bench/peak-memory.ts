import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { setTimeout } from "node:timers/promises";
import { fileURLToPath } from "node:url";

const PROGRAM = fileURLToPath(new URL("../src/cli/vigie.ts", import.meta.url));

/** Highest resident memory of a process up to now, in MB; 0 once it has ended. Reads /proc, so it works on Linux. */
export async function peakSoFar({ pid }: Pick<ChildProcess, "pid">): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, "utf8").catch(() => "");
  return Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024;
}

/**
 * Runs a command of `vigie`, whose output goes nowhere, and gives its highest resident memory in MB.
 * @throws where it does not end with 0
 */
export async function runToItsPeak(
  args: readonly string[],
  env: Readonly<Record<string, string>>,
): Promise<number> {
  const child = spawn(process.execPath, [PROGRAM, ...args], {
    env: { ...process.env, ...env },
    stdio: "ignore",
  });
  const ended = once(child, "exit");
  let peak = 0;
  while (child.exitCode === null && child.signalCode === null) {
    peak = Math.max(peak, await peakSoFar(child));
    await Promise.race([ended, setTimeout(50)]);
  }
  if (child.exitCode !== 0) throw new Error(`vigie ${args.join(" ")} ended with ${child.exitCode}`);
  return peak;
}
