import assert from "node:assert/strict";
import { suite, test, type TestContext } from "node:test";
import { asc } from "drizzle-orm";
import type { OpenDatabase } from "../../src/store/database.ts";
import { ingestRuns } from "../../src/store/schema/index.ts";
import { type ProgramDatabase, programDatabases } from "../helpers/program-databases.ts";
import { records } from "../helpers/replica/records.ts";
import { type Replica, startReplica } from "../helpers/replica/start-replica.ts";
import { askingAt, type RunningVigie, startVigie, until } from "../helpers/running-vigie.ts";

/** From the first id at which a round on an empty database begins. */
const RANGE = { from: 139_347, to: 139_352 };

const aReplica = (t: TestContext) => startReplica(t, { records: records({ ...RANGE, seed: 3 }) });

/** A server that would look for questions every second. */
function startServer(
  t: TestContext,
  { env }: ProgramDatabase,
  replica: Replica,
  more: Readonly<Record<string, string>>,
): RunningVigie {
  const hurried = { INGEST_CRON: "* * * * * *", ABSENT_RUN: "2", ...askingAt(replica) };
  return startVigie(t, ["serve"], { HOST: "127.0.0.1", PORT: "0", ...hurried, ...env, ...more });
}

/** The address it listens on, once it does. */
const urlOf = async (server: RunningVigie) =>
  (await server.heard(/Server listening at (http:[^"]*)/))[1] ?? assert.fail("it says no address");

/** Waits until it shows the questions of the replica, and nothing else. */
const untilShown = (replica: Replica, url: string) =>
  until(async () => {
    const response = await fetch(`${url}/api/v1/questions?sort=tabledOn`);
    const { items } = (await response.json()) as { items: readonly { id: string }[] };
    const ids = [...replica.truth().keys()].map((id) => `wallonia-${id}`);
    return items.map(({ id }) => id).join() === ids.join();
  });

async function stop(server: RunningVigie): Promise<void> {
  server.process.kill("SIGTERM");
  const { code, stdout, stderr } = await server.ended;
  assert.deepEqual([code, stderr], [0, ""], stdout);
}

async function endsOfRounds({ db }: OpenDatabase) {
  const runs = await db.select().from(ingestRuns).orderBy(asc(ingestRuns.id));
  return runs.filter(({ kind }) => kind === "round").map(({ outcome, reason }) => [outcome, reason]);
}

suite("the role of a server", () => {
  test("is to serve readers and to run the jobs, where it is all", async (t) => {
    const replica = await aReplica(t);
    const database = await programDatabases.pglite(t);
    const server = startServer(t, database, replica, { ROLE: "all" });
    await untilShown(replica, await urlOf(server));
    await server.heard(/"round finished"/);
    await stop(server);
    const [first] = await endsOfRounds(await database.open());
    assert.equal(first?.[0], "finished");
  });

  test("is one of the two where another does the other: web has no job, worker no port", async (t) => {
    const [replica, unasked] = [await aReplica(t), await aReplica(t)];
    const database = await programDatabases.postgres(t);
    const web = startServer(t, database, unasked, { ROLE: "web" });
    const url = await urlOf(web);
    // Whoever wanted to listen would fail: the port is taken.
    const worker = startServer(t, database, replica, { ROLE: "worker", PORT: new URL(url).port });
    await untilShown(replica, url);
    await worker.heard(/(?:"round finished"[^]*){2}/);
    assert.deepEqual(unasked.requests, []);
    await stop(worker);
    await stop(web);
  });

  test("ends on SIGTERM after the page in hand of a job, whose run says so", async (t) => {
    const replica = await aReplica(t);
    replica.setWeather({ kinds: "slowDrip", dripMs: 1 });
    const database = await programDatabases.pglite(t);
    const server = startServer(t, database, replica, { ROLE: "worker" });
    await until(() => replica.requests.some(({ sourceNumber }) => sourceNumber === RANGE.from + 1));
    await stop(server);
    assert.deepEqual(await endsOfRounds(await database.open()), [["stopped", "asked_to_stop"]]);
  });
});
