import { schedule } from "node-cron";
import type { Job, JobLog } from "./job.ts";

/** Jobs that run at their times, until they are stopped. */
export interface Scheduler {
  /** Starts no job any more, and waits for those under way. */
  stop(): Promise<void>;
}

/** A process that was busy at the time of a job does it up to so much later; after that it is left out. */
const LATEST_START_MS = 60_000;

/** Runs each job at its times in a time zone; one still under way at its next time is left to go on. */
export function startScheduler(
  jobs: readonly Job[],
  { timeZone, log }: { readonly timeZone: string; readonly log: JobLog },
): Scheduler {
  const underWay = new Set<Promise<void>>();
  let isStopped = false;
  const tasks = jobs.map((job) => {
    const run = async () => {
      // The library calls this a moment after its timer rang.
      if (isStopped) return;
      const running = runJob(job, log);
      underWay.add(running);
      await running;
      underWay.delete(running);
    };
    return schedule(job.cron, run, {
      timezone: timeZone,
      name: job.name,
      noOverlap: true,
      missedExecutionTolerance: LATEST_START_MS,
      logger: cronLog(log),
    });
  });
  return {
    async stop() {
      isStopped = true;
      for (const task of tasks) await task.destroy();
      await Promise.all(underWay);
    },
  };
}

async function runJob(job: Job, log: JobLog): Promise<void> {
  try {
    await job.run();
  } catch (error) {
    log.error({ job: job.name, err: error }, "job failed");
  }
}

/** What the cron library has to say, in our log. */
function cronLog(log: JobLog) {
  const say = (level: "info" | "warn" | "error") => (message: string | Error) => {
    log[level]({ cron: String(message) }, "scheduler");
  };
  return { info: say("info"), warn: say("warn"), error: say("error"), debug: () => undefined };
}
