import { constants } from "node:os";
import { stderr } from "node:process";
import { printError } from "./terminal.ts";

/**
 * A signal that is aborted by the first Ctrl-C (or SIGTERM), so that a long command ends after the piece of work in
 * hand, as `when` says; the second one ends the process at once.
 */
export function stopOnInterrupt(when: "après la page en cours" | "en cours"): AbortSignal {
  const stopping = new AbortController();
  const stop = (signal: NodeJS.Signals) => {
    if (stopping.signal.aborted) process.exit(exitCodeOf(signal));
    stopping.abort();
    // On a terminal a progress bar may stand in the line, and « ^C » behind it.
    const newLine = stderr.isTTY ? "\n" : "";
    printError(`${newLine}Arrêt ${when} (Ctrl-C encore une fois pour arrêter tout de suite).`);
  };
  process.on("SIGINT", stop);
  process.on("SIGTERM", stop);
  return stopping.signal;
}

/** What shells give for a process ended by a signal. */
const exitCodeOf = (signal: NodeJS.Signals) => 128 + constants.signals[signal];
