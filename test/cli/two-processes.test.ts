import assert from "node:assert/strict";
import { suite, test, type TestContext } from "node:test";
import { asc, sql } from "drizzle-orm";
import { ingestRuns } from "../../src/store/schema/index.ts";
import { selectRows } from "../../src/store/select-rows.ts";
import { programDatabases } from "../helpers/program-databases.ts";
import { records } from "../helpers/replica/records.ts";
import { type Replica, startReplica } from "../helpers/replica/start-replica.ts";
import { askingAt, startVigie, until } from "../helpers/running-vigie.ts";
import { storedQuestions, toldBy } from "../helpers/stored-questions.ts";

/** Below the ids at which a first round begins, which are there too. */
const OLD = { from: 139_200, to: 139_299 };
const ALL = { from: OLD.from, to: 139_370 };
const BACKFILL = ["backfill", "--from", String(OLD.from), "--to", String(OLD.to), "--json"];
/** Every page takes a quarter of a second: long enough for another process to come in. */
const SLOWLY = { kinds: "slowDrip", dripMs: 1 } as const;
/** A lock that is not given at once is given after a minute at the earliest. */
const AT_ONCE_MS = 10_000;

/** A slow site, an empty PostgreSQL, and processes that fill the one from the other. */
async function scene(t: TestContext) {
  const replica = await startReplica(t, { records: records({ ...ALL, seed: 5 }) });
  replica.setWeather(SLOWLY);
  const database = await programDatabases.postgres(t);
  const { db } = await database.open();
  const env = { ...askingAt(replica), ...database.env, ABSENT_RUN: "12" };
  const waiting = sql`
    select from pg_locks where locktype = 'advisory' and not granted
      and database = (select oid from pg_database where datname = current_database())`;
  const start = (args: readonly string[]) => startVigie(t, args, env);
  const countWaiting = async () => (await selectRows(db, waiting)).length;
  return {
    replica,
    db,
    start,
    /** Starts a command and waits until it has some pages. */
    async startedOn(args: readonly string[]) {
      const running = start(args);
      await until(() => pagesAskedFor(replica).length > 5);
      return running;
    },
    /** Starts a command and waits until it stands in line. */
    async waitingWith(args: readonly string[]) {
      const before = await countWaiting();
      const running = start(args);
      await until(async () => (await countWaiting()) > before);
      return running;
    },
    runs: () => db.select().from(ingestRuns).orderBy(asc(ingestRuns.id)),
  };
}

/** The pages of the replica's own ids: others are asked for to find out how its pages are addressed. */
const pagesAskedFor = ({ requests }: Replica) =>
  requests.flatMap(({ path, sourceNumber }) => (isOurs(sourceNumber ?? 0) ? [path] : []));

const isOurs = (sourceNumber: number) => ALL.from <= sourceNumber && sourceNumber <= ALL.to;

/** Of questions: each round walks over the ids above them again that showed nothing. */
function assertNoneAskedTwice(replica: Replica): void {
  const questions = new Set(replica.truth().keys());
  const pages = replica.requests.flatMap(({ path, sourceNumber }) =>
    questions.has(sourceNumber ?? 0) ? [path] : [],
  );
  assert.ok(pages.length > 0);
  assert.equal(pages.length, new Set(pages).size, "a page was asked for twice");
}

suite("two backfills of the same ids", () => {
  test("come one after the other, and fetch no page twice", async (t) => {
    const { replica, db, start, runs } = await scene(t);
    replica.setWeather();
    const both = await Promise.all([start(BACKFILL).ended, start(BACKFILL).ended]);
    for (const { code, stderr } of both) assert.deepEqual([code, stderr], [0, ""]);
    assertNoneAskedTwice(replica);
    const truth = [...replica.truth()].filter(([id]) => id <= OLD.to);
    assert.deepEqual(await storedQuestions(db), toldBy(new Map(truth)));
    const came = (await runs()).map(({ outcome, seen }) => [outcome, seen]);
    assert.deepEqual(came, [
      ["finished", 100],
      ["finished", 0],
    ]);
  });

  test("need no pause between them where the first is killed", async (t) => {
    const { replica, startedOn, waitingWith, runs } = await scene(t);
    const first = await startedOn(BACKFILL);
    const second = await waitingWith(BACKFILL);
    const before = performance.now();
    await first.kill();
    await until(async () => (await runs()).length === 2);
    assert.ok(performance.now() - before < AT_ONCE_MS, "not at once");
    replica.setWeather();
    assert.equal((await second.ended).code, 0);
    const [killed, whole] = await runs();
    assert.deepEqual([killed?.outcome, whole?.outcome], ["interrupted", "finished"]);
    const pages = pagesAskedFor(replica);
    assert.ok(pages.length - new Set(pages).size <= 1, "no page but the one in hand is asked for again");
  });
});

suite("two rounds", () => {
  test("that are started together come to one, and the second says so", async (t) => {
    const { replica, startedOn, waitingWith, runs } = await scene(t);
    const first = await startedOn(["ingest", "--json"]);
    const [second, third] = [await waitingWith(["ingest"]), await waitingWith(["ingest", "--json"])];
    replica.setWeather();
    assert.equal((await first.ended).code, 0);
    const { code, stdout, stderr } = await second.ended;
    assert.deepEqual([code, stderr], [0, ""]);
    assert.match(stdout, /^Une autre ronde .* vient de finir/);
    const skipped = { outcome: "skipped", reason: "done_by_another", resumeAt: null };
    assert.deepEqual(JSON.parse((await third.ended).stdout), skipped);
    assert.deepEqual(
      (await runs()).map(({ kind, outcome }) => [kind, outcome]),
      [["round", "finished"]],
    );
    assertNoneAskedTwice(replica);
  });

  test("are two where the first is stopped before its end", async (t) => {
    const { replica, startedOn, waitingWith, runs } = await scene(t);
    const first = await startedOn(["ingest"]);
    const second = await waitingWith(["ingest"]);
    first.process.kill("SIGINT");
    assert.equal((await first.ended).code, 0);
    replica.setWeather();
    assert.equal((await second.ended).code, 0);
    const came = (await runs()).map(({ outcome, reason }) => [outcome, reason]);
    assert.deepEqual(came, [
      ["stopped", "asked_to_stop"],
      ["finished", null],
    ]);
    assertNoneAskedTwice(replica);
  });

  test("need not both be waited for: who stands in line leaves it when asked to stop", async (t) => {
    const { startedOn, waitingWith, runs } = await scene(t);
    const first = await startedOn(["ingest"]);
    const second = await waitingWith(["ingest", "--json"]);
    second.process.kill("SIGINT");
    const { code, stdout } = await second.ended;
    assert.equal(code, 0);
    assert.deepEqual(JSON.parse(stdout), { outcome: "skipped", reason: "asked_to_stop", resumeAt: null });
    assert.ok(first.isRunning());
    assert.equal((await runs()).length, 1);
  });
});

suite("a backfill and a round", () => {
  test("take turns: the round does not wait for the backfill to end, which goes on after it", async (t) => {
    const { replica, startedOn, start, runs, db } = await scene(t);
    const backfill = await startedOn(BACKFILL);
    const round = start(["ingest", "--json"]);
    await until(async () => (await runs()).some(({ kind }) => kind === "round"));
    replica.setWeather();
    assert.equal((await round.ended).code, 0);
    assert.equal((await backfill.ended).code, 0);
    const came = await runs();
    assert.deepEqual(
      came.map(({ kind, outcome, reason }) => [kind, outcome, reason]),
      [
        ["backfill", "stopped", "made_way"],
        ["round", "finished", null],
        ["backfill", "finished", null],
      ],
    );
    for (const [i, run] of came.entries()) {
      assert.ok(run.seen > 0, `run ${i} looked at nothing`);
      const next = came[i + 1];
      assert.ok(next === undefined || run.finishedAt! <= next.startedAt, "two asked the site at once");
    }
    assertNoneAskedTwice(replica);
    assert.deepEqual(await storedQuestions(db), toldBy(replica.truth()));
  });
});
