import assert from "node:assert/strict";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { sql } from "drizzle-orm";
import { openPglite } from "../../src/store/pglite.ts";
import { runVigie } from "../helpers/run-vigie.ts";
import { temporaryDirectory } from "../helpers/temporary-directory.ts";

const SAMPLES = fileURLToPath(new URL("../../seeds/pages", import.meta.url));

/** A folder of data in which everything was imported, and then changed by hand. */
async function imported(dataDir: string, ...statements: string[]): Promise<void> {
  const { code, stderr } = await runVigie(["import", SAMPLES], { env: { DATA_DIR: dataDir } });
  assert.equal(code, 0, stderr);
  const { db, close } = await openPglite(dataDir);
  for (const statement of statements) await db.execute(sql.raw(statement));
  await close();
}

const MISREAD = `
  update question_revisions set content = jsonb_set(content, '{title}', '"mal lu"')
  where question_id = (select min(question_id) from question_revisions)`;
const UNREAD = "update snapshots set parser_version = '0'";
const TORN = "update snapshots set content = '\\x1f8b08000000000000030300000000000000000000' where id = 2";

test("reparse tells each question that changes by its paths, then the counts, and changes it", async (t) => {
  const dataDir = join(await temporaryDirectory(t), "data");
  await imported(dataDir, MISREAD, UNREAD);
  const env = { DATA_DIR: dataDir };
  const dry = await runVigie(["reparse", "--dry-run"], { env });
  assert.equal(dry.code, 0, dry.stderr);
  assert.match(dry.stdout, /^wallonia-\d+ {2}title\nrelues +\d\d\nchangées +1\n/);
  const wet = await runVigie(["reparse", "--json"], { env });
  const lines = wet.stdout
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line) as Record<string, unknown>);
  assert.deepEqual(
    lines.map(({ finding, paths, changed, dryRun }) => [finding, paths ?? changed, dryRun]),
    [
      ["changed", ["title"], undefined],
      ["summary", 1, false],
    ],
  );
  const again = await runVigie(["reparse"], { env });
  assert.match(again.stdout, /^relues +0\n/);
});

test("reparse names a page that is lost on standard error, and ends with 2", async (t) => {
  const dataDir = join(await temporaryDirectory(t), "data");
  await imported(dataDir, UNREAD, TORN);
  const { code, stdout, stderr } = await runVigie(["reparse"], { env: { DATA_DIR: dataDir } });
  assert.equal(code, 2, stderr);
  assert.match(stdout, /^perdues +1$/m);
  assert.match(stderr, /^perdue {2}wallonia-\d+ {2}\d+\.html {2}unreadable : /m);
});
