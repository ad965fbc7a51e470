import assert from "node:assert/strict";
import { mkdir, readdir, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { test, type TestContext } from "node:test";
import { createDumpShelf } from "../../../src/store/dump/dump-shelf.ts";
import { writeDump } from "../../../src/store/dump/write-dump.ts";
import { databaseEngines } from "../../helpers/databases.ts";
import { changeResource, ORIGIN } from "../../helpers/dumps.ts";
import { temporaryDirectory } from "../../helpers/temporary-directory.ts";

const NIGHT = new Date("2014-03-05T04:35:00Z");

async function aShelf(t: TestContext) {
  const [one] = databaseEngines;
  const folder = join(await temporaryDirectory(t), "dumps");
  const shelf = createDumpShelf(folder);
  const database = { db: await one!.fresh(t), engine: one!.engine };
  const write = (into: string) => writeDump(database, into, ORIGIN);
  return { folder, shelf, addAt: (at: Date) => shelf.add(at, write) };
}

const datesOf = async (shelf: ReturnType<typeof createDumpShelf>) =>
  (await shelf.list()).map(({ date }) => String(date));

test("a shelf that nobody filled holds nothing, and forgets nothing", async (t) => {
  const shelf = createDumpShelf(join(await temporaryDirectory(t), "no", "dumps"));
  assert.deepEqual(await shelf.list(), []);
  assert.equal(await shelf.findNewest(), null);
  assert.equal(await shelf.findFile("2014-03-05", "datapackage.json"), null);
  assert.deepEqual(await shelf.removeOld(NIGHT), []);
});

test("a dump has the day in Brussels for its name, and its package comes first", async (t) => {
  const { folder, shelf, addAt } = await aShelf(t);
  const added = await addAt(new Date("2014-03-04T23:30:00Z"));
  assert.equal(added.folder, join(folder, "2014-03-05"));
  const [dump] = await shelf.list();
  assert.deepEqual(
    [dump?.date, dump?.createdAt, dump?.files[0].name],
    ["2014-03-05", ORIGIN.createdAt, "datapackage.json"],
  );
  assert.deepEqual(dump?.files.map(({ name }) => name).sort(), (await readdir(added.folder)).sort());
});

test("a dump that fails leaves nothing, and the one of the day stays", async (t) => {
  const { folder, shelf, addAt } = await aShelf(t);
  await addAt(NIGHT);
  const failing = shelf.add(NIGHT, async (unfinished) => {
    await writeFile(join(unfinished, "half"), "");
    throw new Error("no space left");
  });
  await assert.rejects(failing, /no space left/);
  assert.deepEqual(await readdir(folder), ["2014-03-05"]);
  assert.deepEqual(await datesOf(shelf), ["2014-03-05"]);
});

test("what a killed process left unfinished is no dump, and goes with the next one", async (t) => {
  const { folder, shelf, addAt } = await aShelf(t);
  await mkdir(join(folder, "2014-03-04.unfinished"), { recursive: true });
  await mkdir(join(folder, "2014-03-04.replaced"));
  assert.deepEqual(await shelf.list(), []);
  await addAt(NIGHT);
  assert.deepEqual(await readdir(folder), ["2014-03-05"]);
});

test("a second dump of the day takes the place of the first", async (t) => {
  const { folder, shelf, addAt } = await aShelf(t);
  await addAt(NIGHT);
  await writeFile(join(folder, "2014-03-05", "more"), "");
  await addAt(new Date("2014-03-05T20:00:00Z"));
  assert.deepEqual(await datesOf(shelf), ["2014-03-05"]);
  assert.ok(!(await readdir(join(folder, "2014-03-05"))).includes("more"));
});

test("dumps are kept for a week, the newest for good, and nothing else in the folder is touched", async (t) => {
  const { folder, shelf, addAt } = await aShelf(t);
  for (const day of ["04", "03", "05"]) await addAt(new Date(`2014-03-${day}T04:35:00Z`));
  for (const other of ["2013-01-01-mine", "2013-02-31", "notes"]) await mkdir(join(folder, other));
  assert.equal((await shelf.findNewest())?.date, "2014-03-05");
  await writeFile(join(folder, "2013-01-01"), "a file");
  await symlink(join(folder, "notes"), join(folder, "2013-01-02"));
  const removedBy = (day: string) => shelf.removeOld(new Date(`2014-03-${day}T04:35:00Z`));
  assert.deepEqual(await removedBy("09"), []);
  assert.deepEqual(await removedBy("10"), ["2014-03-03"]);
  assert.deepEqual(await removedBy("30"), ["2014-03-04"]);
  assert.deepEqual(await removedBy("30"), []);
  assert.deepEqual((await readdir(folder)).sort(), [
    ...["2013-01-01", "2013-01-01-mine", "2013-01-02", "2013-02-31"],
    ...["2014-03-05", "notes"],
  ]);
});

test("only what the package names is found, and only where it is a whole file of the folder", async (t) => {
  const { folder, shelf, addAt } = await aShelf(t);
  const added = await addAt(NIGHT);
  await writeFile(join(added.folder, "secret.txt"), "not ours");
  const find = (name: string, date = "2014-03-05") => shelf.findFile(date, name);
  assert.equal((await find("questions.jsonl.gz"))?.path, join(folder, "2014-03-05", "questions.jsonl.gz"));
  assert.equal((await find("datapackage.json"))?.mediaType, "application/json");
  for (const name of ["secret.txt", "../2014-03-05/questions.jsonl.gz", "..", ""]) {
    assert.equal(await find(name), null, name);
  }
  for (const date of ["2014-03-06", "..", ".", "2014-03-05/../2014-03-05", "2014-3-5"]) {
    assert.equal(await find("datapackage.json", date), null, date);
  }
  await writeFile(join(added.folder, "answers.jsonl.gz"), "cut");
  assert.equal(await find("answers.jsonl.gz"), null);
  await changeResource(added.folder, "questions", { path: "../../../etc/passwd" });
  assert.deepEqual([await shelf.list(), await find("questions.jsonl.gz")], [[], null]);
});
