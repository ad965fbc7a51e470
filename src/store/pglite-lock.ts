import type { HeldLock } from "./database.ts";

/** Callers that wait for a lock, the first of them holding it. */
type Queue = (() => void)[];

/** Locks of an embedded database: its one process is all there is, so they are held in its memory. */
export function createPgliteLocks(): (
  name: string,
  waitMs: number,
  givenUp?: AbortSignal,
) => Promise<HeldLock | null> {
  const queues = new Map<string, Queue>();
  return async (name, waitMs, givenUp) => {
    const queue = queues.get(name) ?? [];
    queues.set(name, queue);
    let isHeld = await waitInLine(queue, waitMs, givenUp);
    if (!isHeld) return null;
    return {
      lost: new AbortController().signal,
      isAwaited: async () => queue.length > 1,
      async release() {
        if (isHeld) letNextIn(queue);
        isHeld = false;
      },
    };
  };
}

function waitInLine(queue: Queue, waitMs: number, givenUp: AbortSignal | undefined): Promise<boolean> {
  if (givenUp?.aborted === true || (queue.length > 0 && waitMs === 0)) return Promise.resolve(false);
  return new Promise((resolve) => {
    const settle = (isHeld: boolean) => {
      clearTimeout(timer);
      givenUp?.removeEventListener("abort", leave);
      resolve(isHeld);
    };
    const enter = () => settle(true);
    const leave = () => {
      queue.splice(queue.indexOf(enter), 1);
      settle(false);
    };
    queue.push(enter);
    if (queue.length === 1) return resolve(true);
    const timer = setTimeout(leave, waitMs);
    givenUp?.addEventListener("abort", leave);
  });
}

/** The holder leaves the line, and who came after it holds the lock. */
function letNextIn(queue: Queue): void {
  queue.shift();
  queue[0]?.();
}
