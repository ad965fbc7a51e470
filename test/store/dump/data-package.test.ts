import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { suite, test } from "node:test";
import { gunzipSync } from "node:zlib";
import { getTableColumns, getTableName, is } from "drizzle-orm";
import { PgTable } from "drizzle-orm/pg-core";
import { createIngestRuns } from "../../../src/store/ingest-runs.ts";
import { DUMP_FORMAT, DUMPED_TABLES, UNDUMPED_TABLES } from "../../../src/store/dump/dumped-tables.ts";
import * as schema from "../../../src/store/schema/index.ts";
import { databaseEngines, suiteOwner } from "../../helpers/databases.ts";
import { dumpInto, type PackageOfDump } from "../../helpers/dumps.ts";
import { NOW, PARLIAMENT } from "../../helpers/page-stores.ts";
import { anAnswer, aQuestion } from "../../helpers/questions.ts";
import { store } from "../../helpers/registers.ts";

const names = (tables: readonly { readonly name: string }[]) => tables.map(({ name }) => name);

suite("what a dump holds", () => {
  test("is told of every table of the schema: in it, or left out for a reason", () => {
    const known = [...names(DUMPED_TABLES), ...Object.keys(UNDUMPED_TABLES)];
    const tables = Object.values(schema).filter((value) => is(value, PgTable));
    assert.deepEqual(known.sort(), tables.map((table) => getTableName(table)).sort());
    for (const reason of Object.values(UNDUMPED_TABLES)) assert.ok(reason);
  });

  test("is every column, but for those by which texts are searched", () => {
    const leftOut = DUMPED_TABLES.flatMap(({ name, table, fields }) =>
      Object.keys(getTableColumns(table))
        .filter((column) => !names(fields).includes(column))
        .map((column) => `${name}.${column}`),
    );
    const bySearch = ["titleWords", "titleVector", "searchVector", "searchRules"];
    assert.deepEqual(
      leftOut,
      bySearch.map((column) => `questions.${column}`),
    );
  });

  test("has a number of its own: whoever changes one of the two changes the other", () => {
    const fields = DUMPED_TABLES.flatMap(({ name, fields: columns }) =>
      columns.map((field) => `${name}.${field.name} ${field.column.getSQLType()} ${field.column.notNull}`),
    );
    const digest = createHash("sha256").update(fields.sort().join("\n")).digest("hex").slice(0, 12);
    assert.deepEqual([DUMP_FORMAT, digest], [1, "eafc60aa82bd"]);
  });
});

suite("the data package of a dump", async () => {
  const [one] = databaseEngines;
  const owner = suiteOwner();
  const db = await one!.fresh(owner);
  await store(db, [aQuestion(), aQuestion({ sourceId: "2", officialNumber: 2, answers: [anAnswer()] })]);
  const folder = await dumpInto(owner, { db, engine: one!.engine });
  const described = JSON.parse(await readFile(join(folder, "datapackage.json"), "utf8")) as PackageOfDump;
  const resourceOf = (name: string) => described.resources.find((resource) => resource.name === name)!;

  test("says what it is, in French, when it was made, and where the texts come from", () => {
    const { title, created, sources, licenses, vigie } = described;
    assert.match(title, /^Questions écrites/);
    assert.equal(created, "2014-03-05T04:35:00.000Z");
    assert.deepEqual(sources, [{ title: "Parlement de Wallonie", path: "https://source.example" }]);
    assert.deepEqual(
      licenses.map(({ name }) => name),
      ["EUPL-1.2", "notspecified"],
    );
    assert.deepEqual(vigie, {
      ...{ format: 1, version: "1.2.3", parliament: PARLIAMENT },
      ...{ isFiction: false, consistency: "quiet" },
    });
  });

  test("describes each file there is: bytes, hash and lines are as it says", async () => {
    const files = (await readdir(folder)).filter((name) => name !== "datapackage.json");
    assert.deepEqual(described.resources.map(({ path }) => path).sort(), files.sort());
    for (const { path, bytes, hash, rows, expandedBytes } of described.resources) {
      const file = await readFile(join(folder, path));
      const text = gunzipSync(file).toString();
      assert.equal(file.length, bytes);
      assert.equal(`sha256:${createHash("sha256").update(file).digest("hex")}`, hash);
      assert.equal(text.split("\n").length - 1, rows);
      assert.equal(Buffer.byteLength(text), expandedBytes);
    }
  });

  test("gives each field a type, a sentence and its constraints, as the schema has them", () => {
    for (const { name, schema: table } of described.resources) {
      for (const field of table.fields) assert.ok(field.type && field.description, `${name}.${field.name}`);
    }
    const fieldOf = (table: string, name: string) => {
      const { description: _, ...field } = resourceOf(table).schema.fields.find((one) => one.name === name)!;
      return field;
    };
    const required = { constraints: { required: true } };
    assert.deepEqual(fieldOf("questions", "id"), { name: "id", type: "integer", ...required });
    assert.deepEqual(fieldOf("questions", "tabledOn"), { name: "tabledOn", type: "date", ...required });
    assert.deepEqual(fieldOf("questions", "answeredOn"), {
      name: "answeredOn",
      type: "date",
      constraints: {},
    });
    assert.deepEqual(fieldOf("questions", "modifiedAt"), {
      name: "modifiedAt",
      type: "datetime",
      ...required,
    });
    const content = { name: "content", type: "string", format: "binary", ...required };
    assert.deepEqual(fieldOf("snapshots", "content"), content);
    assert.equal(fieldOf("question_revisions", "content").type, "object");
    assert.equal(fieldOf("question_revisions", "changes").type, "array");
  });

  test("tells the keys, and what they point to, as the schema has them", () => {
    const { primaryKey, uniqueKeys, foreignKeys, missingValues } = resourceOf("answers").schema;
    assert.deepEqual(primaryKey, ["parliament", "questionId", "position"]);
    assert.deepEqual(uniqueKeys, []);
    assert.deepEqual(missingValues, []);
    assert.deepEqual(foreignKeys, [
      {
        fields: ["parliament", "questionId"],
        reference: { resource: "questions", fields: ["parliament", "id"] },
      },
      {
        fields: ["parliament", "answeredById"],
        reference: { resource: "persons", fields: ["parliament", "id"] },
      },
    ]);
    for (const { name, schema: table } of described.resources) {
      for (const { reference } of table.foreignKeys) {
        const order = [reference.resource, name].map((one) => names(described.resources).indexOf(one));
        assert.ok(order[0]! >= 0 && order[0]! < order[1]!, `${name} comes before ${reference.resource}`);
      }
    }
  });

  test("is made for people as of the moment of the dump, however long writing it takes", async (t) => {
    const moments: string[] = [];
    const table = {
      ...{ name: "moments", path: "moments.csv.gz", description: "", format: "csv", mediaType: "text/csv" },
      fields: [],
      async *write(_db: unknown, createdAt: Date) {
        moments.push(createdAt.toISOString());
        yield "moment\n";
      },
    };
    const createdAt = new Date("2014-03-05T22:59:59Z");
    await dumpInto(t, { db: await one!.fresh(t), engine: one!.engine }, { made: [table], createdAt });
    assert.deepEqual(moments, [createdAt.toISOString()]);
  });

  test("says so where all of it is fiction", async (t) => {
    const samples = await one!.fresh(t);
    await createIngestRuns(samples, { parliament: PARLIAMENT, now: () => NOW }).start("samples");
    const text = await readFile(
      join(await dumpInto(t, { db: samples, engine: one!.engine }), "datapackage.json"),
    );
    const { title, vigie } = JSON.parse(text.toString()) as PackageOfDump;
    assert.deepEqual([title, vigie.isFiction], ["Exemples fictifs de Vigie", true]);
  });
});
