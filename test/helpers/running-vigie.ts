import assert from "node:assert/strict";
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import type { Owner } from "./databases.ts";
import type { Replica } from "./replica/start-replica.ts";
import type { VigieRun } from "./run-vigie.ts";

const PROGRAM = fileURLToPath(new URL("../../src/cli/vigie.ts", import.meta.url));

/** Longer than anything here takes on a slow machine. */
const MOST_POLLS_MS = 30_000;

/** A command under way in a process of its own. */
export interface RunningVigie {
  readonly process: ChildProcess;
  /** What it left behind; `code` is null where a signal ended it. */
  readonly ended: Promise<VigieRun>;
  isRunning(): boolean;
  /** Waits until it has said this, on standard output or standard error. */
  heard(words: RegExp): Promise<RegExpExecArray>;
  /** SIGKILL: no handler runs, nothing is closed. Over when the process is. */
  kill(): Promise<void>;
}

/** Starts `vigie` as a user would, with nothing of our environment but what is given; ends with the owner. */
export function startVigie(
  t: Owner,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): RunningVigie {
  const child = spawn(process.execPath, [PROGRAM, ...args], {
    env: { PATH: process.env["PATH"], ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const said = { stdout: "", stderr: "" };
  child.stdout.setEncoding("utf8").on("data", (text: string) => void (said.stdout += text));
  child.stderr.setEncoding("utf8").on("data", (text: string) => void (said.stderr += text));
  const ended = once(child, "close").then((): VigieRun => ({ code: child.exitCode, ...said }));
  const isRunning = () => child.exitCode === null && child.signalCode === null;
  const kill = async () => {
    child.kill("SIGKILL");
    await ended;
  };
  t.after(kill);
  const find = (words: RegExp) => words.exec(said.stdout) ?? words.exec(said.stderr);
  const heard = async (words: RegExp) => {
    await until(() => find(words) !== null || !isRunning());
    return find(words) ?? assert.fail(`it ended without saying ${words}:\n${said.stdout}${said.stderr}`);
  };
  return { process: child, ended, isRunning, heard, kill };
}

/** What makes `vigie` ask a replica, without a pause. */
export const askingAt = ({ url }: Pick<Replica, "url">) => ({ SOURCE_BASE_URL: url, FETCH_INTERVAL_MS: "0" });

/**
 * Waits until something is so that another process does: it tells us nothing, so that we have to look.
 * @throws when it does not come to be so
 */
export async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  const latest = performance.now() + MOST_POLLS_MS;
  while (!(await isSo())) {
    if (performance.now() > latest) throw new Error(`it never came to be so: ${String(isSo)}`);
    await pause(1);
  }
}
