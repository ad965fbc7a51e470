import { once } from "node:events";
import { stderr, stdout } from "node:process";
import { clearLine, cursorTo } from "node:readline";
import { SingleBar } from "cli-progress";
import { wholeNumber } from "./french-figures.ts";

// A reader that has seen enough (`| head`) is no fault: there is nobody left to write for.
stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
  process.exit();
});

/** Writes one line to standard output, as `printText` does. */
export async function printLine(line: string): Promise<void> {
  await printText(`${line}\n`);
}

/** Writes to standard output, waiting where the reader is slower than we are. */
export async function printText(text: string): Promise<void> {
  if (!stdout.write(text)) await once(stdout, "drain");
}

/** Writes one line to standard error. */
export function printError(line: string): void {
  stderr.write(`${line}\n`);
}

/** A progress bar on a terminal, nothing elsewhere. */
export interface Progress {
  update(done: number, refused: number): void;
  stop(): void;
}

/** Shows done and total, rate, time left and refusals on standard error, where that is a terminal. */
export function startProgress(total: number): Progress {
  if (!stderr.isTTY) return { update: () => undefined, stop: () => undefined };
  const startedAt = performance.now();
  const bar = new SingleBar({
    format: "{bar} {value}/{total} pages · {rate} pages/s · reste {eta_formatted} · {refused} refusée(s)",
    stream: stderr,
    hideCursor: true,
  });
  bar.start(total, 0, { rate: "–", refused: 0 });
  return {
    update(done, refused) {
      const seconds = (performance.now() - startedAt) / 1000;
      bar.update(done, {
        rate: (done / seconds).toLocaleString("fr-BE", { maximumFractionDigits: 1 }),
        refused,
      });
    },
    stop: () => bar.stop(),
  };
}

/** A count of what was done, where nobody knows how much there is to do. */
export interface Counter {
  add(count: number): void;
  stop(): void;
}

/** Shows the count on standard error, where that is a terminal and the count is to be `shown`. */
export function startCounter(unit: string, { shown }: { readonly shown: boolean }): Counter {
  if (!shown || !stderr.isTTY) return { add: () => undefined, stop: () => undefined };
  let total = 0;
  return {
    add(count) {
      total += count;
      cursorTo(stderr, 0);
      clearLine(stderr, 1);
      stderr.write(`${wholeNumber(total)} ${unit}`);
    },
    stop() {
      if (total > 0) stderr.write("\n");
    },
  };
}
