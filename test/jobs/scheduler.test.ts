import assert from "node:assert/strict";
import { suite, test, type TestContext } from "node:test";
import { settings } from "../../src/config.ts";
import { SITE_TIME_ZONE } from "../../src/domain/calendar-date.ts";
import type { Job, JobLog } from "../../src/jobs/job.ts";
import { startScheduler } from "../../src/jobs/scheduler.ts";

const MINUTE_MS = 60_000;

/** Lets what was started go on as far as it can. */
const breathe = () => new Promise((resolve) => setImmediate(resolve));

/** What jobs say, one line each. */
function keptLog() {
  const lines: { readonly level: string; readonly fields: object; readonly message: string }[] = [];
  const say = (level: string) => (fields: object, message: string) => {
    lines.push({ level, fields, message });
  };
  const log = { info: say("info"), warn: say("warn"), error: say("error") } as unknown as JobLog;
  return { lines, log };
}

/** Jobs in Brussels, under a clock that moves when it is told to. */
function schedulerAt(t: TestContext, start: string, jobs: readonly Job[]) {
  t.mock.timers.enable({ apis: ["setTimeout", "Date"], now: new Date(start) });
  const { lines, log } = keptLog();
  const scheduler = startScheduler(jobs, { timeZone: SITE_TIME_ZONE, log });
  return {
    ...scheduler,
    lines,
    /** Moves the clock on at once, as for a process that was busy or asleep. */
    async jump(ms: number) {
      t.mock.timers.tick(ms);
      await breathe();
    },
    /** Moves the clock on minute by minute. */
    async passUntil(end: string) {
      while (Date.now() < Date.parse(end)) {
        t.mock.timers.tick(MINUTE_MS);
        await breathe();
      }
    },
  };
}

/** A job that notes when it runs, as far as the minute in UTC. */
function notingJob(cron: string, work: () => Promise<void> | void = () => undefined) {
  const ranAt: string[] = [];
  const job: Job = {
    name: "noting",
    cron,
    async run() {
      ranAt.push(new Date().toISOString().slice(0, 16));
      await work();
    },
  };
  return { job, ranAt };
}

/** Work that goes on until it is let end. */
function longWork() {
  const ends: (() => void)[] = [];
  return {
    work: () => new Promise<void>((resolve) => ends.push(resolve)),
    end: () => ends.shift()?.(),
  };
}

suite("the time of a job is that of Brussels", () => {
  const roundTimes = Array.from({ length: 34 }, (_, i) => 6 * 60 + i * 30);
  const hourOf = (minutes: number) => new Date(minutes * MINUTE_MS).toISOString().slice(11, 16);
  const changes = [
    {
      change: "the clock goes forward",
      start: "2026-03-28T22:30:00Z",
      day: "2026-03-29",
      end: "2026-03-29T23:30:00Z",
      nights: ["2026-03-29T00:15", "2026-03-29T23:15"],
      aheadHours: 2,
    },
    {
      change: "the clock goes back",
      start: "2026-10-24T22:30:00Z",
      day: "2026-10-25",
      end: "2026-10-26T00:30:00Z",
      nights: ["2026-10-24T23:15", "2026-10-26T00:15"],
      aheadHours: 1,
    },
  ];
  for (const { change, start, day, end, nights, aheadHours } of changes) {
    test(`on the day on which ${change}`, async (t) => {
      const round = notingJob(settings.ingestCron.default);
      const nightly = notingJob(settings.nightlyCron.default);
      const { passUntil, stop } = schedulerAt(t, start, [round.job, nightly.job]);
      await passUntil(end);
      assert.deepEqual(nightly.ranAt, nights);
      assert.deepEqual(
        round.ranAt,
        roundTimes.map((minutes) => `${day}T${hourOf(minutes - aheadHours * 60)}`),
      );
      await stop();
    });
  }

  test("and in the hours that come twice or never it runs once at most", async (t) => {
    const { job, ranAt } = notingJob("30 2 * * *");
    const { passUntil, jump, stop } = schedulerAt(t, "2026-03-28T22:30:00Z", [job]);
    await passUntil("2026-03-29T06:00:00Z");
    assert.deepEqual(ranAt, []);
    await jump(Date.parse("2026-10-24T22:30:00Z") - Date.now());
    await passUntil("2026-10-25T06:00:00Z");
    assert.equal(ranAt.length, 1);
    await stop();
  });
});

suite("a job", () => {
  test("that is still under way at its next time is left to go on, and runs at a later one", async (t) => {
    const { work, end } = longWork();
    const { job, ranAt } = notingJob("*/10 * * * *", work);
    const { passUntil, stop } = schedulerAt(t, "2026-05-06T08:05:00Z", [job]);
    await passUntil("2026-05-06T08:45:00Z");
    assert.deepEqual(ranAt, ["2026-05-06T08:10"]);
    end();
    await passUntil("2026-05-06T08:55:00Z");
    assert.deepEqual(ranAt, ["2026-05-06T08:10", "2026-05-06T08:50"]);
    end();
    await stop();
  });

  test("does not keep another from running", async (t) => {
    const long = notingJob("*/10 * * * *", longWork().work);
    const other = notingJob("*/10 * * * *");
    const { passUntil } = schedulerAt(t, "2026-05-06T08:05:00Z", [long.job, other.job]);
    await passUntil("2026-05-06T08:25:00Z");
    assert.deepEqual([long.ranAt.length, other.ranAt.length], [1, 2]);
  });

  for (const [how, fail] of [
    ["rejects", () => Promise.reject(new Error("Le pont est fermé."))],
    [
      "throws",
      () => {
        throw new Error("Le pont est fermé.");
      },
    ],
  ] as const) {
    test(`that ${how} is told in the log as an error, and runs again`, async (t) => {
      const { job, ranAt } = notingJob("*/10 * * * *");
      const failing: Job = {
        ...job,
        run() {
          void job.run();
          return fail();
        },
      };
      const { passUntil, lines, stop } = schedulerAt(t, "2026-05-06T08:05:00Z", [failing]);
      await passUntil("2026-05-06T08:25:00Z");
      assert.equal(ranAt.length, 2);
      assert.deepEqual(
        lines.map(({ level, message }) => [level, message]),
        [
          ["error", "job failed"],
          ["error", "job failed"],
        ],
      );
      const fields = lines[0]?.fields as { job: string; err: Error };
      assert.deepEqual([fields.job, fields.err.message], ["noting", "Le pont est fermé."]);
      await stop();
    });
  }

  test("whose time passes while the process is busy runs a little late", async (t) => {
    const { job, ranAt } = notingJob("*/10 * * * *");
    const { jump, stop, lines } = schedulerAt(t, "2026-05-06T08:05:00Z", [job]);
    await jump(5.5 * MINUTE_MS);
    assert.deepEqual([ranAt, lines], [["2026-05-06T08:10"], []]);
    await stop();
  });

  test("whose time passed long ago waits for the next, and the log says so", async (t) => {
    const { job, ranAt } = notingJob("*/10 * * * *");
    const { jump, passUntil, stop, lines } = schedulerAt(t, "2026-05-06T08:05:00Z", [job]);
    await jump(8 * MINUTE_MS);
    assert.deepEqual(ranAt, []);
    assert.deepEqual(
      lines.map(({ level }) => level),
      ["warn"],
    );
    await passUntil("2026-05-06T08:25:00Z");
    assert.deepEqual(ranAt, ["2026-05-06T08:20"]);
    await stop();
  });
});

suite("a scheduler that is stopped", () => {
  test("waits for the job under way, and starts none any more", async (t) => {
    const { work, end } = longWork();
    const long = notingJob("*/10 * * * *", work);
    const other = notingJob("*/10 * * * *");
    const { passUntil, stop } = schedulerAt(t, "2026-05-06T08:05:00Z", [long.job, other.job]);
    await passUntil("2026-05-06T08:15:00Z");
    let isOver = false;
    const stopping = stop().then(() => (isOver = true));
    await passUntil("2026-05-06T08:45:00Z");
    assert.equal(isOver, false);
    end();
    await stopping;
    await passUntil("2026-05-06T09:15:00Z");
    assert.deepEqual([long.ranAt.length, other.ranAt.length], [1, 1]);
  });

  test("at the very moment of a job does not start it", async (t) => {
    const { job, ranAt } = notingJob("*/10 * * * *");
    const { stop } = schedulerAt(t, "2026-05-06T08:09:00Z", [job]);
    t.mock.timers.tick(MINUTE_MS);
    await stop();
    await breathe();
    assert.deepEqual(ranAt, []);
  });

  test("leaves no timer behind", async () => {
    const countTimers = () =>
      process.getActiveResourcesInfo().filter((resource) => resource === "Timeout").length;
    const before = countTimers();
    const { log } = keptLog();
    const { job } = notingJob("15 1 * * *");
    const scheduler = startScheduler([job, job], { timeZone: SITE_TIME_ZONE, log });
    assert.equal(countTimers(), before + 2);
    await scheduler.stop();
    assert.equal(countTimers(), before);
  });
});
