import assert from "node:assert/strict";
import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { after, before, suite, test } from "node:test";
import { fileURLToPath } from "node:url";
import { spawn } from "node:child_process";
import { once } from "node:events";
import type { QuestionJson } from "../../src/http/api/schemas/question.ts";
import { sql } from "drizzle-orm";
import { csvRecords } from "../helpers/csv.ts";
import { programDatabases } from "../helpers/program-databases.ts";
import { startVigie, until } from "../helpers/running-vigie.ts";
import { runVigie } from "../helpers/run-vigie.ts";
import { temporaryDirectory } from "../helpers/temporary-directory.ts";

const SAMPLES = fileURLToPath(new URL("../../seeds/pages", import.meta.url));
const PROGRAM = fileURLToPath(new URL("../../src/cli/vigie.ts", import.meta.url));

suite("vigie export", async () => {
  const folder = await temporaryDirectory({ after });
  const env = { DATA_DIR: join(folder, "data") };
  const exporting = (...args: string[]) => runVigie(["export", ...args], { env });
  before(async () => {
    const { code, stderr } = await runVigie(["import", SAMPLES], { env });
    assert.equal(code, 0, stderr);
  });

  test("gives every question as CSV and as JSON Lines, and says nothing else", async () => {
    const csv = await exporting("--format", "csv");
    const jsonl = await exporting("--format", "jsonl");
    assert.deepEqual([csv.code, csv.stderr, jsonl.code, jsonl.stderr], [0, "", 0, ""]);
    const questions = jsonl.stdout
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line) as QuestionJson);
    const records = csvRecords(csv.stdout);
    assert.equal(questions.length, (await readdir(SAMPLES)).length);
    assert.deepEqual(
      records.map(({ id, title, tabledOn }) => [id, title, tabledOn]),
      questions.map(({ id, title, tabledOn }) => [id, title, tabledOn]),
    );
    assert.ok(questions.every(({ sourceUrl, questionText }) => sourceUrl === null && questionText !== ""));
  });

  test("writes a file that has its name once it is whole, in the place of an older one", async () => {
    const out = join(folder, "questions.csv");
    await writeFile(out, "older");
    const { code, stdout } = await exporting("--format", "csv", "--out", out);
    assert.deepEqual([code, stdout], [0, ""]);
    assert.ok(csvRecords(await readFile(out, "utf8")).length > 0);
    assert.deepEqual((await readdir(folder)).sort(), ["data", "questions.csv"]);
  });

  test("keeps to the filters of the API", async () => {
    const all = (await exporting("--format", "jsonl")).stdout.trimEnd().split("\n");
    const questions = all.map((line) => JSON.parse(line) as QuestionJson);
    const { slug } = questions[0]!.addressedTo;
    const wanted = questions.filter(
      ({ addressedTo, state }) => addressedTo.slug === slug && state === "open",
    );
    const { stdout } = await exporting("--format", "csv", "--minister", slug, "--state", "open");
    assert.deepEqual(
      csvRecords(stdout).map(({ id }) => id),
      wanted.map(({ id }) => id),
    );
    const days = questions.map(({ tabledOn }) => tabledOn).sort();
    const [first, last] = [days[2]!, days[5]!];
    const between = await exporting("--format", "csv", "--from", first, "--to", last);
    const expected = days.filter((day) => first <= day && day <= last);
    assert.deepEqual(
      csvRecords(between.stdout)
        .map(({ tabledOn }) => tabledOn)
        .reverse(),
      expected,
    );
  });

  test("ends quietly with 0 where the reader has seen enough", async () => {
    const child = spawn(process.execPath, [PROGRAM, "export", "--format", "jsonl"], {
      env: { PATH: process.env["PATH"], ...env },
      stdio: ["ignore", "pipe", "pipe"],
    });
    let said = "";
    child.stderr.setEncoding("utf8").on("data", (text: string) => void (said += text));
    child.stdout.destroy();
    await once(child, "close");
    assert.deepEqual([child.exitCode, said], [0, ""]);
  });

  for (const [args, words] of [
    [["--format", "xml"], "csv, jsonl"],
    [
      ["--format", "csv", "--state", "perdue"],
      "--state ne peut pas être « perdue ». Attendu : open, holding,",
    ],
    [["--format", "csv", "--from", "2014-02-31"], "--from ne peut pas être « 2014-02-31 »"],
    [["--format", "csv", "--modified-since", "hier"], "Le paramètre --modified-since ne peut pas être"],
    [
      ["--format", "csv", "--from", "2014-03-01", "--to", "2014-02-01"],
      "(--to, 2014-02-01) avant de commencer (2014-03-01)",
    ],
    [["--format", "csv", "--minister", "personne"], "personne"],
    [["--format", "csv", "--session", "1830-1831"], "1830-1831"],
    [["--format", "csv", "--out", join(folder, "missing", "x.csv")], "ENOENT"],
    [["--format", "csv", "--out", folder], "EISDIR"],
  ] as const) {
    test(`${args.slice(-2).join(" ")} is refused with 1, and leaves nothing behind`, async () => {
      const { code, stdout, stderr } = await exporting(...args);
      assert.deepEqual([code, stdout], [1, ""]);
      assert.ok(stderr.includes(words), stderr);
      assert.equal(stderr.trimEnd().split("\n").length, 1, stderr);
      assert.deepEqual(
        (await readdir(folder)).filter((name) => name.endsWith(".partial")),
        [],
      );
    });
  }
});

test("an export that is stopped ends with 1, and leaves no file", async (t) => {
  const { env, open } = await programDatabases.postgres(t);
  const { db } = await open();
  const folder = await temporaryDirectory(t);
  const out = join(folder, "questions.csv");
  const { ended, process, heard } = startVigie(t, ["export", "--format", "csv", "--out", out], env);
  await db.transaction(async (blocking) => {
    await blocking.execute(sql`lock table questions in access exclusive mode`);
    await until(async () => (await readdir(folder)).length > 0);
    process.kill("SIGINT");
    await heard(/Arrêt en cours/);
  });
  const { code, stderr } = await ended;
  assert.equal(code, 1);
  assert.match(stderr, /aucun fichier n’a été écrit/);
  assert.deepEqual(await readdir(folder), []);
});
