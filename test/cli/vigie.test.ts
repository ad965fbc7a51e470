import assert from "node:assert/strict";
import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { runVigie } from "../helpers/run-vigie.ts";
import { temporaryDirectory } from "../helpers/temporary-directory.ts";

const SAMPLES = fileURLToPath(new URL("../../seeds/pages", import.meta.url));
let samples: string[] = [];
before(async () => {
  samples = (await readdir(SAMPLES)).sort().map((name) => join(SAMPLES, name));
});

const linesOf = (text: string) =>
  text
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as Record<string, unknown>);

test("parse gives one line of JSON for each page of a folder", async () => {
  const { code, stdout, stderr } = await runVigie(["parse", SAMPLES]);
  assert.deepEqual([code, stderr], [0, ""]);
  assert.deepEqual(
    linesOf(stdout).map(({ sourceId }) => sourceId),
    samples.map((file) => /(\d+)\.html$/.exec(file)?.[1]),
  );
});

test("parse reads standard input, whose id is told by hand or not at all", async () => {
  const input = await readFile(samples[0] ?? "");
  const unnamed = await runVigie(["parse", "-"], { input });
  assert.equal(linesOf(unnamed.stdout)[0]?.["sourceId"], null);
  const named = await runVigie(["parse", "--source-id", "4321", "-"], { input });
  assert.equal(linesOf(named.stdout)[0]?.["sourceId"], "4321");
});

test("parse says each refusal on standard error, goes on, and ends with 2", async () => {
  const { code, stdout, stderr } = await runVigie(["parse", "no/such/file", samples[0] ?? ""]);
  assert.equal(code, 2);
  assert.equal(linesOf(stdout).length, 1);
  const [refusal] = linesOf(stderr);
  assert.deepEqual(Object.keys(refusal ?? {}), ["file", "code", "message"]);
  assert.deepEqual([refusal?.["file"], refusal?.["code"]], ["no/such/file", "unreadable"]);
});

test("import --json gives the summary of the contract, twice", async (t) => {
  const env = { DATA_DIR: join(await temporaryDirectory(t), "data") };
  const first = await runVigie(["import", "--json", SAMPLES], { env });
  assert.equal(first.code, 0, first.stderr);
  const count = samples.length;
  assert.deepEqual(linesOf(first.stdout), [
    { seen: count, new: count, changed: 0, unchanged: 0, refused: [], poorer: [] },
  ]);
  const second = await runVigie(["import", SAMPLES, "no/such/file"], { env });
  assert.equal(second.code, 2);
  assert.match(
    second.stdout,
    new RegExp(`^lues +${count + 1}\\nnouvelles +0\\nchangées +0\\ninchangées +${count}\\n`),
  );
  assert.match(second.stderr, /no\/such\/file {2}unreadable/);
});

test("an id given by hand is refused for many pages, and when it is no number of the site", async () => {
  for (const args of [
    ["55", SAMPLES],
    ["55", samples[0] ?? "", samples[1] ?? ""],
    ["a&b", samples[0] ?? ""],
  ]) {
    const { code, stdout, stderr } = await runVigie(["parse", "--source-id", ...args]);
    assert.deepEqual([code, stdout], [1, ""]);
    assert.match(stderr, /--source-id/);
  }
});

test("a data directory that cannot be made is told by name, and ends with 1", async (t) => {
  const file = join(await temporaryDirectory(t), "file");
  await writeFile(file, "");
  const { code, stderr } = await runVigie(["import", SAMPLES], { env: { DATA_DIR: file } });
  assert.equal(code, 1);
  assert.match(stderr, /^vigie : .*DATA_DIR/);
  assert.doesNotMatch(stderr, / {4}at /);
});

test("a fault in the configuration is told in one message, and ends with 1", async () => {
  const env = { PORT: "abc", FETCH_INTERVAL_MS: "-1" };
  const { code, stderr } = await runVigie(["import", SAMPLES], { env });
  assert.equal(code, 1);
  assert.match(stderr, /^vigie : /);
  assert.match(stderr, /PORT/);
  assert.match(stderr, /FETCH_INTERVAL_MS/);
  assert.doesNotMatch(stderr, / {4}at /);
});

test("help speaks French", async () => {
  const { code, stdout } = await runVigie(["--help"]);
  assert.equal(code, 0);
  for (const words of ["Utilisation", "Commandes", "lit et conserve des pages de questions"]) {
    assert.ok(stdout.includes(words), `${words} in\n${stdout}`);
  }
});

test("an unknown command is named, and ends with 1", async () => {
  const { code, stderr } = await runVigie(["imprt", SAMPLES]);
  assert.equal(code, 1);
  assert.match(stderr, /imprt/);
});
