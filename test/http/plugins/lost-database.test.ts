import assert from "node:assert/strict";
import { type TestContext, test } from "node:test";
import { sql } from "drizzle-orm";
import type { FastifyInstance } from "fastify";
import { createApp } from "../../../src/http/app.ts";
import type { ProblemJson } from "../../../src/http/api/schemas/problem.ts";
import { isReady } from "../../../src/store/is-ready.ts";
import { openForReading } from "../../../src/store/open-database.ts";
import { openPostgres } from "../../../src/store/postgres.ts";
import { referenceDataOf } from "../../../src/store/reference/reference-data.ts";
import { selectRows } from "../../../src/store/select-rows.ts";
import { PARLIAMENT } from "../../helpers/page-stores.ts";
import { createPostgresDatabase, startPostgresServer } from "../../helpers/postgres-server.ts";
import { readersOf } from "../../helpers/registers.ts";

/** A PostgreSQL of the test's own, which it may stop, with the application that reads it. */
async function openOnPostgres(t: TestContext, timeoutMs = 10_000) {
  const server = await startPostgresServer();
  t.after(server.stop);
  const databaseUrl = await createPostgresDatabase(server.url);
  const database = await openPostgres(databaseUrl);
  const { db, close } = openForReading(database, { databaseUrl, timeoutMs });
  const app = createApp({
    ...readersOf(db),
    answerCalendar: referenceDataOf(PARLIAMENT).answerCalendar,
    parliament: PARLIAMENT,
    parliamentName: "Parlement de Wallonie",
    country: "be",
    baseUrl: "https://vigie.example",
    sourceUrlOf: () => null,
    isReady: () => isReady(db),
    now: () => new Date("2014-03-05T12:00:00Z"),
    version: "1.2.3",
    logger: null,
  });
  t.after(() => Promise.all([app.close(), close(), database.close()]));
  return { app, db, database, stop: server.stop };
}

/** The refusal of an address, having made sure that it says when to come back and nothing internal. */
async function refusalOf(app: FastifyInstance, url: string): Promise<ProblemJson> {
  const response = await app.inject({ url });
  const problem = response.json<ProblemJson>();
  assert.equal(response.statusCode, 503, `${url} ${response.body}`);
  assert.match(String(response.headers["retry-after"]), /^\d+$/);
  assert.equal(response.headers["cache-control"], "no-store");
  assert.ok(problem.requestId);
  assert.doesNotMatch(response.body, /ECONN|127\.0\.0\.1|select|statement/i);
  return problem;
}

test("while the database is away readers are told to come back, and the process lives", async (t) => {
  const { app, stop } = await openOnPostgres(t);
  const urls = [
    "/api/v1/questions",
    "/api/v1/questions/wallonia-1",
    "/api/v1/ministers",
    "/api/v1/stats/delays",
    "/api/v1/events",
  ];
  assert.equal((await app.inject({ url: urls[0]! })).statusCode, 200);
  await stop();
  for (const url of [...urls, "/health/ready"]) {
    assert.equal((await refusalOf(app, url)).code, "not_ready", url);
  }
  assert.equal((await app.inject({ url: "/health/live" })).statusCode, 200);
});

test("a connection lost under a query is no fault of ours either", async (t) => {
  const { app, db, database } = await openOnPostgres(t, 60_000);
  app.get("/slow", async () => db.execute(sql`select pg_sleep(60)`));
  const answer = refusalOf(app, "/slow");
  const cut = sql`
    select pg_terminate_backend(pid, 5000) from pg_stat_activity
    where state = 'active' and query like 'select pg_sleep%'`;
  while ((await selectRows(database.db, cut)).length === 0);
  assert.equal((await answer).code, "not_ready");
});

test("a query that takes too long is stopped, for readers alone", async (t) => {
  const { app, db, database } = await openOnPostgres(t, 30);
  app.get("/slow", async () => db.execute(sql`select pg_sleep(30)`));
  const { code, detail } = await refusalOf(app, "/slow");
  assert.equal(code, "too_slow");
  assert.match(detail, /filtre/);
  await database.db.execute(sql`select pg_sleep(0.05)`);
});
