import { printError } from "./terminal.ts";

/**
 * A signal that is aborted by the first Ctrl-C (or SIGTERM), so that a long command ends after the page in hand; the
 * second one ends the process at once.
 */
export function stopOnInterrupt(): AbortSignal {
  const stopping = new AbortController();
  const stop = () => {
    if (stopping.signal.aborted) process.exit(EXIT_INTERRUPTED);
    stopping.abort();
    printError("Arrêt après la page en cours (Ctrl-C encore une fois pour arrêter tout de suite).");
  };
  process.on("SIGINT", stop);
  process.on("SIGTERM", stop);
  return stopping.signal;
}

/** What shells give for a process ended by SIGINT. */
const EXIT_INTERRUPTED = 130;
