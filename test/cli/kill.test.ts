import assert from "node:assert/strict";
import { suite, test, type TestContext } from "node:test";
import { setTimeout as pause } from "node:timers/promises";
import type { OpenDatabase } from "../../src/store/database.ts";
import { dumpOf } from "../helpers/dump.ts";
import { type ProgramDatabase, programDatabases } from "../helpers/program-databases.ts";
import { randomNumbers } from "../helpers/random-questions.ts";
import { records } from "../helpers/replica/records.ts";
import { type Replica, startReplica } from "../helpers/replica/start-replica.ts";
import { askingAt, startVigie, until } from "../helpers/running-vigie.ts";
import { storedQuestions, toldBy } from "../helpers/stored-questions.ts";

/** How long a page takes, from one request to the next. */
const PAGE_MS = 15;

interface Trial {
  readonly engine: OpenDatabase["engine"];
  readonly ids: number;
  readonly kills: number;
}

// Most of the time goes into starting Node, once for each kill; PGlite takes longer to open than PostgreSQL.
const TRIALS: readonly Trial[] = [
  { engine: "postgres", ids: 500, kills: 20 },
  { engine: "pglite", ids: 150, kills: 6 },
];

for (const { engine, ids, kills } of TRIALS) {
  suite(`a backfill of ${ids} ids that is killed ${kills} times (${engine})`, () => {
    test("asks again for no page but the one in hand, and ends with all there is, once", async (t) => {
      const range = { from: 50_000, to: 50_000 + ids - 1 };
      const replica = await startReplica(t, { records: records({ ...range, seed: 11 }) });
      const database = await programDatabases[engine](t);
      await killOften(t, { replica, database, range, kills });

      const { db } = await database.open();
      assert.deepEqual(await storedQuestions(db), toldBy(replica.truth()));
      const dump = await dumpOf(db);
      assert.deepEqual(statusesIn(dump), statusesOn(replica, range));
      assert.deepEqual(
        dump["ingest_runs"]?.map(({ outcome }) => outcome),
        [...Array.from({ length: kills }, () => "interrupted"), "finished"],
      );
      assert.ok((dump["ingest_runs"] ?? []).every(({ finishedAt }) => finishedAt instanceof Date));
      const seen = (dump["ingest_runs"] ?? []).reduce((sum, run) => sum + Number(run["seen"]), 0);
      assert.ok(ids - kills <= seen && seen <= ids, `${seen} pages are accounted for`);
      assert.equal(dump["question_revisions"]?.length, dump["questions"]?.length);
      const tabled = dump["question_events"]?.filter(({ kind }) => kind === "tabled");
      assert.equal(tabled?.length, dump["questions"]?.length);

      const asked = replica.requests.filter(({ sourceNumber }) => isWithin(range, sourceNumber));
      const repeated = asked.length - new Set(asked.map(({ path }) => path)).size;
      assert.ok(repeated <= kills, `${repeated} pages were asked for again`);
    });
  });
}

interface Siege {
  readonly replica: Replica;
  readonly database: ProgramDatabase;
  readonly range: { readonly from: number; readonly to: number };
  readonly kills: number;
}

/** Kills the backfill at random moments of its work, starts it again each time, and at last lets it end. */
async function killOften(t: TestContext, { replica, database, range, kills }: Siege): Promise<void> {
  const args = ["backfill", "--from", String(range.from), "--to", String(range.to), "--json"];
  const start = () => startVigie(t, args, { ...askingAt(replica), ...database.env });
  const random = randomNumbers(20);
  const mostPages = (range.to - range.from) / (kills + 1);
  for (let kill = 0; kill < kills; kill += 1) {
    const enough = replica.requests.length + 1 + Math.floor(random() * mostPages);
    const backfill = start();
    await until(() => replica.requests.length >= enough || !backfill.isRunning());
    // Somewhere between asking for the page and asking for the next.
    await pause(random() * PAGE_MS);
    assert.ok(backfill.isRunning(), "it ended before it was killed");
    await backfill.kill();
  }
  const { code, stdout, stderr } = await start().ended;
  assert.deepEqual([code, stderr], [0, ""]);
  assert.equal((JSON.parse(stdout) as { outcome: string }).outcome, "finished");
}

const isWithin = ({ from, to }: Siege["range"], sourceNumber: number | null) =>
  sourceNumber !== null && from <= sourceNumber && sourceNumber <= to;

const statusesIn = (dump: Awaited<ReturnType<typeof dumpOf>>) =>
  new Map(
    dump["source_pages"]
      ?.map(({ sourceNumber, status }) => [sourceNumber, status] as const)
      .toSorted(([one], [other]) => Number(one) - Number(other)),
  );

/** What each id is found to be. */
function statusesOn(replica: Replica, { from, to }: Siege["range"]) {
  const numbers = Array.from({ length: to - from + 1 }, (_, i) => from + i);
  return new Map(numbers.map((id) => [id, statusOf(replica.shown(id)?.kind)]));
}

function statusOf(kind: string | undefined): string {
  if (kind === undefined) return "absent";
  return kind === "Question écrite" ? "question" : "otherKind";
}
