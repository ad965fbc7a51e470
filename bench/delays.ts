/**
 * How long readers wait for statistics about answer times: GET /api/v1/stats/delays from a real server over a
 * generated register in PostgreSQL, each request as of another day, so that nothing can be kept from one to
 * the next. In the same turns, what PostgreSQL takes at least: to walk all rows, and to count them by
 * minister from an index.
 *
 *   node bench/delays.ts [--questions 140000] [--requests 60]
 */
import type { AddressInfo } from "node:net";
import { parseArgs } from "node:util";
import { sql } from "drizzle-orm";
import { readers } from "../src/cli/composition.ts";
import { createApp } from "../src/http/app.ts";
import { wallonia } from "../src/sources/wallonia/index.ts";
import type { Database } from "../src/store/database.ts";
import { connectPostgres } from "../src/store/postgres.ts";
import { referenceDataOf } from "../src/store/reference/reference-data.ts";
import { createPostgresDatabase, startPostgresServer, TEMPLATE } from "../test/helpers/postgres-server.ts";
import { dayOf, generateQuestions, LAST_DAY } from "./generated-questions.ts";

const { parliament } = wallonia;
const GROUPINGS = ["minister", "party", "portfolio", "session", "month", null] as const;

const { values } = parseArgs({
  options: {
    questions: { type: "string", default: "140000" },
    requests: { type: "string", default: "60" },
  },
});
const size = Number(values.questions);
const requests = Number(values.requests);
const WARM_UP = 5;

/** Something to be timed, as of a day. */
type Work = (asOf: string) => Promise<unknown>;

function serve(db: Database) {
  return createApp({
    ...readers(db),
    answerCalendar: referenceDataOf(parliament).answerCalendar,
    parliament,
    baseUrl: "http://localhost",
    sourceUrlOf: () => null,
    isReady: async () => true,
    now: () => new Date(`${LAST_DAY}T12:00:00Z`),
    version: "bench",
    logger: null,
  });
}

/** Every row is looked at, whatever index there is. */
function walkRows(db: Database): Promise<unknown> {
  return db.transaction(async (tx) => {
    await tx.execute(sql`set local enable_indexonlyscan = off`);
    await tx.execute(sql`set local enable_indexscan = off`);
    await tx.execute(sql`set local enable_bitmapscan = off`);
    await tx.execute(sql`select count(*) from questions where parliament = ${parliament}`);
  });
}

function countByMinister(db: Database, asOf: string): Promise<unknown> {
  return db.execute(sql`
    select addressed_to_id, count(*), count(answered_on) from questions
    where parliament = ${parliament} and tabled_on <= ${asOf} group by 1`);
}

async function ask(origin: string, by: string | null, asOf: string): Promise<void> {
  const grouping = by === null ? "" : `&by=${by}`;
  const response = await fetch(`${origin}/api/v1/stats/delays?asOf=${asOf}${grouping}`);
  const body = await response.text();
  if (response.status !== 200) throw new Error(`${response.status} ${body}`);
}

/**
 * In turns, so that a busy moment of the machine falls on all of them; in milliseconds, in the order of time
 * taken.
 */
async function timeInTurns(works: ReadonlyMap<string, Work>): Promise<Map<string, number[]>> {
  const times = new Map([...works.keys()].map((name) => [name, [] as number[]]));
  for (let turn = -WARM_UP; turn < requests; turn += 1) {
    const asOf = dayOf(Date.parse(LAST_DAY) / 86_400_000 - WARM_UP - turn);
    for (const [name, work] of works) {
      const startedAt = performance.now();
      await work(asOf);
      if (turn >= 0) times.get(name)!.push(performance.now() - startedAt);
    }
  }
  for (const taken of times.values()) taken.sort((one, other) => one - other);
  return times;
}

const at = (sorted: readonly number[], share: number) => sorted[Math.ceil(sorted.length * share) - 1] ?? 0;

function report(times: ReadonlyMap<string, readonly number[]>): void {
  const [walk, count] = [times.get(WALK)!, times.get(COUNT)!];
  console.log(
    `${size} questions, ${requests} turns${" ".repeat(8)}p50 ms  p95 ms   of the walk  of the count`,
  );
  for (const [name, taken] of times) {
    const ratios = [walk, count].map((other) => (at(taken, 0.5) / at(other, 0.5)).toFixed(2).padStart(12));
    const figures = [0.5, 0.95].map((share) => at(taken, share).toFixed(0).padStart(7));
    console.log(`${name.padEnd(32)}${figures.join(" ")}  ${ratios.join("  ")}`);
  }
}

const WALK = "bare walk over the rows";
const COUNT = "bare count by minister";

const server = await startPostgresServer();
const { db, close } = connectPostgres(await createPostgresDatabase(server.url, TEMPLATE));
const app = serve(db);
try {
  await generateQuestions(db, { parliament, questions: size });
  await db.execute(sql`vacuum analyze`);
  await app.listen({ host: "127.0.0.1", port: 0 });
  const origin = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`;
  const works = new Map<string, Work>([
    [WALK, () => walkRows(db)],
    [COUNT, (asOf) => countByMinister(db, asOf)],
    ...GROUPINGS.map((by): [string, Work] => [
      `/stats/delays${by === null ? "" : `?by=${by}`}`,
      (asOf) => ask(origin, by, asOf),
    ]),
  ]);
  report(await timeInTurns(works));
} finally {
  await app.close();
  await close();
  await server.stop();
}
