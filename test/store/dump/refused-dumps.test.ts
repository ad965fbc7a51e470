import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { cp, mkdir, readFile, rename, rm, symlink, truncate, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { suite, test } from "node:test";
import { gzipSync } from "node:zlib";
import { sql } from "drizzle-orm";
import { DumpRefusal } from "../../../src/store/dump/dump-refusal.ts";
import { createIngestRuns } from "../../../src/store/ingest-runs.ts";
import { createPageStore } from "../../../src/store/page-store.ts";
import { selectRows } from "../../../src/store/select-rows.ts";
import { databaseEngines, suiteOwner } from "../../helpers/databases.ts";
import { dumpOf } from "../../helpers/dump.ts";
import {
  changeLine,
  changeLines,
  changePackage,
  changeResource,
  dumpInto,
  replaceFile,
  takeDump,
} from "../../helpers/dumps.ts";
import { NOW, PARLIAMENT } from "../../helpers/page-stores.ts";
import { anAnswer, aQuestion } from "../../helpers/questions.ts";
import { store } from "../../helpers/registers.ts";
import { aPageOf } from "../../helpers/taken-pages.ts";
import { temporaryDirectory } from "../../helpers/temporary-directory.ts";

/** What somebody did to a dump, and where that must be found. */
interface Harm {
  readonly harm: string;
  do(folder: string): Promise<unknown>;
  readonly code?: DumpRefusal["code"];
  readonly at?: Readonly<Record<string, unknown>>;
}

const QUESTIONS = "questions.jsonl.gz";
const PACKAGE = "datapackage.json";
const at = (line: number, field?: string, file = QUESTIONS) => ({
  file,
  line,
  ...(field === undefined ? {} : { field }),
});

const setting = (field: string, value: unknown, { line = 2, table = "questions" } = {}) => ({
  do: (folder: string) => changeLine(folder, table, line, (row) => ({ ...row, [field]: value })),
  at: at(line, field, `${table}.jsonl.gz`),
});

const aPage = (text: string) => ({
  content: gzipSync(text).toString("base64"),
  byteLength: Buffer.byteLength(text),
  sha256: createHash("sha256").update(text).digest("hex"),
});

const HARMS: readonly Harm[] = [
  {
    harm: "without its package",
    do: (folder) => rm(join(folder, PACKAGE)),
    at: { file: PACKAGE },
  },
  {
    harm: "whose package is no JSON",
    do: (folder) => writeFile(join(folder, PACKAGE), "{"),
    at: { file: PACKAGE },
  },
  {
    harm: "whose package is a link",
    async do(folder) {
      await rename(join(folder, PACKAGE), join(folder, "other.json"));
      await symlink("other.json", join(folder, PACKAGE));
    },
    at: { file: PACKAGE },
  },
  {
    harm: "whose package is of somebody else",
    do: (folder) =>
      writeFile(join(folder, PACKAGE), '{"name":"oiseaux","resources":[{"path":"oiseaux.csv"}]}'),
    at: { file: PACKAGE },
  },
  {
    harm: "of another format",
    do: (folder) => changePackage(folder, (one) => ({ ...one, vigie: { ...one.vigie, format: 99 } })),
    code: "unknown_dump_format",
    at: {},
  },
  {
    harm: "of another parliament",
    do: (folder) =>
      changePackage(folder, (one) => ({ ...one, vigie: { ...one.vigie, parliament: "elsewhere" } })),
    code: "other_parliament",
    at: {},
  },
  {
    harm: "whose package leaves a table out",
    do: (folder) =>
      changePackage(folder, (one) => ({
        ...one,
        resources: one.resources.filter(({ name }) => name !== "answers"),
      })),
    at: { file: PACKAGE, field: "resources" },
  },
  {
    harm: "whose package names a table twice",
    do: (folder) =>
      changePackage(folder, (one) => ({ ...one, resources: [...one.resources, one.resources[0]] })),
    at: { file: PACKAGE, field: "resources" },
  },
  ...[
    "../questions.jsonl.gz",
    "/etc/passwd",
    "a/../../b.gz",
    "C:\\questions.gz",
    "..",
    "persons.jsonl.gz",
  ].map((path): Harm => ({
    harm: `whose package says that a table is in ${path}`,
    do: (folder) => changeResource(folder, "questions", { path }),
    at: path === "persons.jsonl.gz" ? { file: PACKAGE, field: "resources" } : { file: PACKAGE },
  })),
  {
    harm: "without the file of a table",
    do: (folder) => rm(join(folder, QUESTIONS)),
    at: { file: QUESTIONS },
  },
  {
    harm: "with a link in the place of a file",
    async do(folder) {
      await rename(join(folder, QUESTIONS), join(folder, "..", "elsewhere.gz"));
      await symlink(join(folder, "..", "elsewhere.gz"), join(folder, QUESTIONS));
    },
    at: { file: QUESTIONS },
  },
  {
    harm: "with a folder in the place of a file",
    async do(folder) {
      await rm(join(folder, QUESTIONS));
      await mkdir(join(folder, QUESTIONS));
    },
    at: { file: QUESTIONS },
  },
  {
    harm: "with a file that was cut off",
    do: (folder) => truncate(join(folder, QUESTIONS), 100),
    at: { file: QUESTIONS },
  },
  {
    harm: "with a file one bit of which is another",
    async do(folder) {
      const bytes = await readFile(join(folder, QUESTIONS));
      bytes[bytes.length >> 1]! ^= 1;
      await writeFile(join(folder, QUESTIONS), bytes);
    },
    at: { file: QUESTIONS },
  },
  {
    harm: "with gzip that was cut off before it was described",
    async do(folder) {
      const bytes = await readFile(join(folder, QUESTIONS));
      await replaceFile(folder, "questions", bytes.subarray(0, -20), { rows: 2, expandedBytes: 2_000 });
    },
    at: { file: QUESTIONS },
  },
  {
    harm: "with something else than gzip",
    do: (folder) => replaceFile(folder, "questions", Buffer.from("{}\n"), { rows: 1, expandedBytes: 3 }),
    at: { file: QUESTIONS },
  },
  {
    harm: "with a file that expands to more than is said",
    do: (folder) =>
      replaceFile(folder, "questions", gzipSync(Buffer.alloc(50_000_000)), { rows: 2, expandedBytes: 2_000 }),
    at: { file: QUESTIONS },
  },
  {
    harm: "with a line without end",
    do: (folder) =>
      replaceFile(folder, "questions", gzipSync(Buffer.alloc(50_000_000, " ")), {
        rows: 2,
        expandedBytes: 50_000_000,
      }),
    at: at(1),
  },
  {
    harm: "with more lines than are said",
    do: (folder) => changeResource(folder, "questions", { rows: 1 }),
    at: { file: QUESTIONS },
  },
  {
    harm: "with fewer lines than are said",
    do: (folder) => changeResource(folder, "questions", { rows: 3 }),
    at: { file: QUESTIONS },
  },
  {
    harm: "with fewer bytes than are said",
    do: (folder) => changeResource(folder, "questions", { expandedBytes: 1_000_000 }),
    at: { file: QUESTIONS },
  },
  {
    harm: "with a line that is no JSON",
    do: (folder) => changeLines(folder, "questions", ([first]) => [first!, '{"parliament":']),
    at: at(2),
  },
  {
    harm: "with an empty line",
    do: (folder) => changeLines(folder, "questions", ([first]) => [first!, ""]),
    at: at(2),
  },
  {
    harm: "with a line that is a list",
    do: (folder) => changeLines(folder, "questions", ([first]) => [first!, "[]"]),
    at: at(2),
  },
  {
    harm: "with a line that is not UTF-8",
    do: (folder) => changeLines(folder, "questions", ([first]) => [first!, Buffer.from([0xff, 0xfe])]),
    at: at(2),
  },
  {
    harm: "with a mark of byte order",
    do: (folder) => changeLines(folder, "questions", ([first, second]) => [`\ufeff${first}`, second!]),
    at: at(1),
  },
  { harm: "with a field nobody knows", ...setting("email", "odette@example.org") },
  {
    harm: "with a field by which texts are searched",
    ...setting("searchVector", "'x':1"),
  },
  {
    harm: "with a field that would change all objects",
    do: (folder) =>
      changeLines(folder, "questions", ([first, second]) => [
        first!,
        second!.replace("{", '{"__proto__":{"title":"x"},'),
      ]),
    at: at(2, "__proto__"),
  },
  {
    harm: "without a field",
    do: (folder) => changeLine(folder, "questions", 2, ({ title: _, ...row }) => row),
    at: at(2, "title"),
  },
  { harm: "with null where something must be", ...setting("title", null) },
  { harm: "with a number for a text", ...setting("title", 7) },
  { harm: "with a null character", ...setting("title", "a\0b") },
  { harm: "with half of a sign", ...setting("title", "a\ud800") },
  { harm: "with a text for a number", ...setting("year", "2014") },
  { harm: "with a fraction", ...setting("year", 2014.5) },
  { harm: "with a number the database cannot hold", ...setting("year", 2 ** 31) },
  { harm: "with a number that JSON cannot tell from others", ...setting("id", 2 ** 53) },
  { harm: "with a number below 1", ...setting("id", 0) },
  { harm: "with a day that does not exist", ...setting("tabledOn", "2014-02-30") },
  { harm: "with a moment without a zone", ...setting("modifiedAt", "2014-03-02T09:30:00") },
  { harm: "with a moment that does not exist", ...setting("modifiedAt", "2014-02-30T29:30:00.000Z") },
  { harm: "with an object for a list", ...setting("warnings", {}) },
  { harm: "with a list of something else", ...setting("warnings", [{ code: 1 }]) },
  {
    harm: "with a version without words",
    ...setting("content", {}, { table: "question_revisions" }),
  },
  {
    harm: "with a version of an impossible day",
    do: (folder) =>
      changeLine(folder, "question_revisions", 2, (row) => ({
        ...row,
        content: { ...(row.content as object), tabledOn: "2014-02-30" },
      })),
    at: at(2, "content", "question_revisions.jsonl.gz"),
  },
  { harm: "of a row of another parliament", ...setting("parliament", "elsewhere") },
  {
    harm: "with bytes that are not base64",
    ...setting("content", "n'importe quoi", { table: "snapshots" }),
  },
  {
    harm: "with a page whose hash is another",
    ...setting("content", aPage("autre chose").content, { table: "snapshots" }),
  },
  {
    harm: "with a page that expands to more than it says",
    do: (folder) =>
      changeLine(folder, "snapshots", 2, (row) => ({
        ...row,
        ...aPage("0".repeat(10_000_000)),
        byteLength: 10,
      })),
    at: at(2, "content", "snapshots.jsonl.gz"),
  },
  { harm: "with a number that was given out twice", ...setting("id", 1) },
  { harm: "with two questions under one id", ...setting("sourceId", "900001") },
  { harm: "with a question of nobody", ...setting("askedById", 999) },
  { harm: "with an answer to no question", ...setting("questionId", 999, { table: "answers", line: 1 }) },
  { harm: "with a state nobody knows", ...setting("state", "perdue") },
  { harm: "with a date that cannot be", ...setting("tabledOn", "1979-12-31") },
  {
    harm: "with a name that is too long for an index",
    do: (folder) =>
      changeLine(folder, "persons", 1, (row) => ({
        ...row,
        slug: Array.from({ length: 3_000 }, (_, i) => createHash("md5").update(String(i)).digest("hex")).join(
          "",
        ),
      })),
    at: at(1, undefined, "persons.jsonl.gz"),
  },
];

for (const { engine, fresh } of databaseEngines) {
  suite(`a dump is refused, and nothing changed (${engine})`, async () => {
    const owner = suiteOwner();
    const source = await fresh(owner);
    await store(source, [
      aQuestion(),
      aQuestion({ sourceId: "2", officialNumber: 2, answers: [anAnswer()] }),
    ]);
    const whole = await dumpInto(owner, { db: source, engine });
    const target = await fresh(owner);
    const samples = { parliament: PARLIAMENT, now: () => NOW };
    await createIngestRuns(target, samples).start("samples");
    await createPageStore(target, { ...samples, samples: true }).savePages([aPageOf(aQuestion())]);
    const before = await dumpOf(target);

    for (const { harm, code = "bad_dump", at: place, ...rest } of HARMS) {
      test(`one ${harm}`, async (t) => {
        const folder = join(await temporaryDirectory(t), "dump");
        await cp(whole, folder, { recursive: true });
        await rest.do(folder);
        await assert.rejects(takeDump(target, folder), (error) => {
          assert.ok(error instanceof DumpRefusal, String(error));
          assert.equal(error.code, code, error.message);
          assert.partialDeepStrictEqual(error.context, place ?? {}, error.message);
          return true;
        });
        assert.deepEqual(await dumpOf(target), before);
      });
    }

    test("by a register with real pages, whatever it holds", async (t) => {
      const db = await fresh(t);
      await store(db, [aQuestion()]);
      const real = await dumpOf(db);
      await assert.rejects(takeDump(db, whole), { code: "register_not_empty" });
      assert.deepEqual(await dumpOf(db), real);
    });

    test("never for another reason: the dump itself is taken, and what comes after has numbers of its own", async (t) => {
      const db = await fresh(t);
      await takeDump(db, whole);
      assert.deepEqual(await dumpOf(db), await dumpOf(source));
      await store(db, [aQuestion({ sourceId: "3", officialNumber: 3 })]);
      const numbers = await selectRows(db, sql`select id from questions order by id`);
      assert.deepEqual(numbers, [{ id: 1 }, { id: 2 }, { id: 3 }]);
    });
  });
}
