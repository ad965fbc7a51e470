import type { HeldLock } from "./database.ts";

/** Callers that wait for a lock, the first of them holding it. */
type Queue = (() => void)[];

/** Locks of an embedded database: its one process is all there is, so they are held in its memory. */
export function createPgliteLocks(): (name: string, waitMs: number) => Promise<HeldLock | null> {
  const queues = new Map<string, Queue>();
  return async (name, waitMs) => {
    const queue = queues.get(name) ?? [];
    queues.set(name, queue);
    let isHeld = await waitInLine(queue, waitMs);
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

function waitInLine(queue: Queue, waitMs: number): Promise<boolean> {
  if (queue.length > 0 && waitMs === 0) return Promise.resolve(false);
  return new Promise((resolve) => {
    let timer: NodeJS.Timeout | undefined;
    const enter = () => {
      clearTimeout(timer);
      resolve(true);
    };
    queue.push(enter);
    if (queue.length === 1) return enter();
    timer = setTimeout(() => {
      queue.splice(queue.indexOf(enter), 1);
      resolve(false);
    }, waitMs);
  });
}

/** The holder leaves the line, and who came after it holds the lock. */
function letNextIn(queue: Queue): void {
  queue.shift();
  queue[0]?.();
}
