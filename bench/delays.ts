/**
 * How long readers wait for statistics about answer times: GET /api/v1/stats/delays from a real server over a
 * generated register in PostgreSQL, each request as of another day, so that nothing can be kept from one to
 * the next. In the same turns, what PostgreSQL takes at least: to walk all rows, and to count them by
 * minister from an index.
 *
 *   node bench/delays.ts [--questions 140000] [--requests 60]
 */
import { parseArgs } from "node:util";
import { sql } from "drizzle-orm";
import type { Database } from "../src/store/database.ts";
import { connectPostgres } from "../src/store/postgres.ts";
import { createPostgresDatabase, startPostgresServer, TEMPLATE } from "../test/helpers/postgres-server.ts";
import { dayOf, LAST_DAY } from "./generated-questions.ts";
import { createRegisterApp, fillRegister, listen, parliament, readAnswer } from "./served-register.ts";
import { percentile, timeInTurns, type Work } from "./turns.ts";

const GROUPINGS = ["minister", "party", "portfolio", "session", "month", null] as const;

const { values } = parseArgs({
  options: {
    questions: { type: "string", default: "140000" },
    requests: { type: "string", default: "60" },
  },
});
const size = Number(values.questions);
const turns = { turns: Number(values.requests), warmUp: 5 };

/** Another day for each turn, so that nothing can be kept from one to the next. */
const asOf = (turn: number) => dayOf(Date.parse(LAST_DAY) / 86_400_000 - turn);

/** Every row is looked at, whatever index there is. */
function walkRows(db: Database): Promise<unknown> {
  return db.transaction(async (tx) => {
    await tx.execute(sql`set local enable_indexonlyscan = off`);
    await tx.execute(sql`set local enable_indexscan = off`);
    await tx.execute(sql`set local enable_bitmapscan = off`);
    await tx.execute(sql`select count(*) from questions where parliament = ${parliament}`);
  });
}

function countByMinister(db: Database, day: string): Promise<unknown> {
  return db.execute(sql`
    select addressed_to_id, count(*), count(answered_on) from questions
    where parliament = ${parliament} and tabled_on <= ${day} group by 1`);
}

function report(times: ReadonlyMap<string, readonly number[]>): void {
  const [walk, count] = [times.get(WALK)!, times.get(COUNT)!];
  console.log(
    `${size} questions, ${turns.turns} turns${" ".repeat(8)}p50 ms  p95 ms   of the walk  of the count`,
  );
  for (const [name, taken] of times) {
    const ratios = [walk, count].map((other) =>
      (percentile(taken, 0.5) / percentile(other, 0.5)).toFixed(2).padStart(12),
    );
    const figures = [0.5, 0.95].map((share) => percentile(taken, share).toFixed(0).padStart(7));
    console.log(`${name.padEnd(32)}${figures.join(" ")}  ${ratios.join("  ")}`);
  }
}

const WALK = "bare walk over the rows";
const COUNT = "bare count by minister";

const server = await startPostgresServer();
const { db, close } = connectPostgres(await createPostgresDatabase(server.url, TEMPLATE));
const app = createRegisterApp(db);
try {
  await fillRegister(db, { questions: size });
  const origin = await listen(app);
  const works = new Map<string, Work>([
    [WALK, () => walkRows(db)],
    [COUNT, (turn) => countByMinister(db, asOf(turn))],
    ...GROUPINGS.map((by): [string, Work] => {
      const path = by === null ? "/stats/delays?" : `/stats/delays?by=${by}&`;
      return [path.slice(0, -1), (turn) => readAnswer(`${origin}/api/v1${path}asOf=${asOf(turn)}`)];
    }),
  ]);
  report(await timeInTurns(works, turns));
} finally {
  await app.close();
  await close();
  await server.stop();
}
