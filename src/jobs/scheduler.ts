import { schedule } from "node-cron";
import type { Job, JobLog } from "./job.ts";

/** Jobs that run at their times, until they are stopped. */
export interface Scheduler {
  /** Starts no job any more, and waits for those under way. */
  stop(): Promise<void>;
}

/** Runs each job at its times in a time zone; a job that is still under way at its next time is left to go on. */
export function startScheduler(
  jobs: readonly Job[],
  { timeZone, log }: { readonly timeZone: string; readonly log: JobLog },
): Scheduler {
  const underWay = new Set<Promise<void>>();
  const tasks = jobs.map((job) => {
    const run = async () => {
      const running = runJob(job, log);
      underWay.add(running);
      await running;
      underWay.delete(running);
    };
    const options = { timezone: timeZone, name: job.name, noOverlap: true, logger: cronLog(log) };
    return schedule(job.cron, run, options);
  });
  return {
    async stop() {
      await Promise.all(tasks.map((task) => task.destroy()));
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
