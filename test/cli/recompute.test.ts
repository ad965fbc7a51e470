import assert from "node:assert/strict";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { sql } from "drizzle-orm";
import { selectRows } from "../../src/store/select-rows.ts";
import { programDatabases } from "../helpers/program-databases.ts";
import { startVigie } from "../helpers/running-vigie.ts";
import { runVigie } from "../helpers/run-vigie.ts";

const SAMPLES = fileURLToPath(new URL("../../seeds/pages", import.meta.url));
const FORGET_DUE_DAYS = sql`update questions set answer_due_on = null where source_id in ('9900001', '9900002')`;
const DUE_DAYS = sql`select count(answer_due_on) as known from questions`;

test("recompute says in how many questions each field changed, and changes nothing the second time", async (t) => {
  const database = await programDatabases.postgres(t);
  await runVigie(["import", SAMPLES], { env: database.env });
  const { db } = await database.open();
  await db.execute(FORGET_DUE_DAYS);
  const { code, stdout, stderr } = await runVigie(["recompute"], { env: database.env });
  assert.equal(code, 0, stderr);
  assert.equal(stdout, "vues           18\nchangées        2\n  date limite   2\ninchangées     16\n");
  const again = await runVigie(["recompute", "--json"], { env: database.env });
  assert.deepEqual(JSON.parse(again.stdout), {
    finished: true,
    ...{ seen: 18, changed: 0, unchanged: 18 },
    fields: {},
  });
});

test("a start after the rules changed brings everything up to date before anybody can read", async (t) => {
  const database = await programDatabases.postgres(t);
  await runVigie(["import", SAMPLES], { env: database.env });
  const { db } = await database.open();
  await db.execute(FORGET_DUE_DAYS);
  await db.execute(sql`update derivation_states set fingerprint = 'of other rules'`);
  const server = startVigie(t, ["serve"], { ...database.env, ROLE: "web", PORT: "0", LOG_LEVEL: "info" });
  await server.heard(/"msg":"ready"/);
  assert.deepEqual(await selectRows(db, DUE_DAYS), [{ known: 18 }]);
  const runs = await selectRows(db, sql`select changed from ingest_runs where kind = 'recompute'`);
  assert.deepEqual(runs, [{ changed: 2 }]);
});

test("a start without a change of the rules recomputes nothing", async (t) => {
  const database = await programDatabases.postgres(t);
  await runVigie(["import", SAMPLES], { env: database.env });
  const server = startVigie(t, ["serve"], { ...database.env, ROLE: "web", PORT: "0", LOG_LEVEL: "info" });
  await server.heard(/"msg":"ready"/);
  const { db } = await database.open();
  assert.deepEqual(await selectRows(db, sql`select from ingest_runs where kind = 'recompute'`), []);
});
