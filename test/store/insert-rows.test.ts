import assert from "node:assert/strict";
import { before, beforeEach, suite, test } from "node:test";
import { asc, eq, sql } from "drizzle-orm";
import { boolean, integer, jsonb, numeric, pgTable, text } from "drizzle-orm/pg-core";
import fc from "fast-check";
import type { CalendarDate } from "../../src/domain/calendar-date.ts";
import type { Database } from "../../src/store/database.ts";
import { insertRows } from "../../src/store/insert-rows.ts";
import { bytes, day, identity, instant, reference } from "../../src/store/schema/columns.ts";
import { persons } from "../../src/store/schema/index.ts";
import { selectRows } from "../../src/store/select-rows.ts";
import { databaseEngines, suiteOwner } from "../helpers/databases.ts";

/** One column of each type the schema uses, some under names that need quotes. */
const samples = pgTable("insert_samples", {
  id: identity(),
  words: text("words"),
  data: jsonb('the "data"').$type<unknown>(),
  content: bytes("content"),
  tabledOn: day("tabled_on"),
  recordedAt: instant("recorded_at"),
  count: integer("count"),
  personId: reference("person_id").unique(),
  isKept: boolean("Is kept"),
  amount: numeric("amount", { precision: 8, scale: 2 }),
  state: text("state").notNull().default("open"),
});

const CREATE_SAMPLES = `
  create table insert_samples (
    id bigint generated always as identity, words text, "the ""data""" jsonb, content bytea, tabled_on date,
    recorded_at timestamptz(3), count integer, person_id bigint unique, "Is kept" boolean, amount numeric(8, 2),
    state text not null default 'open'
  );
  create table insert_statements (rows integer);
  create function count_statement() returns trigger language plpgsql as
    'begin insert into insert_statements select count(*) from inserted; return null; end';
  create trigger count_statement after insert on insert_samples
    referencing new table as inserted for each statement execute function count_statement();
`;

const FULL_ROW = {
  words: "Qu'en est-il de l'« étude », {accolades} et \"guillemets\" \\ retour\n\tà la ligne ? NULL, null",
  data: { list: [1, "deux", null, { trois: [] }], text: '"\\{,}', empty: {} },
  content: new Uint8Array([0, 92, 34, 123, 255]),
  tabledOn: "2014-02-04" as CalendarDate,
  recordedAt: new Date("2014-02-04T23:59:59.999Z"),
  count: -2_147_483_648,
  personId: Number.MAX_SAFE_INTEGER,
  isKept: false,
  amount: "-12.50",
};

const EMPTY_ROW = {
  words: null,
  data: null,
  content: null,
  tabledOn: null,
  recordedAt: null,
  count: null,
  personId: null,
  isKept: null,
  amount: null,
};

/** Texts as pages have them and as they do not; PostgreSQL cannot store the character NUL at all. */
const words = fc.oneof(
  fc.string({ unit: fc.constantFrom(..."\"'\\{},;()[]\n\r\t é\u202f€😀NULnul0") }),
  fc.string({ unit: "binary" }).map((value) => value.replaceAll("\0", "")),
);
const data = fc
  .jsonValue({ stringUnit: "binary" })
  .filter((value) => !JSON.stringify(value).includes("\\u0000"));

for (const { engine, fresh } of databaseEngines) {
  suite(`insertRows on ${engine}`, () => {
    const owner = suiteOwner();
    let db: Database;
    before(async () => {
      db = await fresh(owner);
      for (const statement of CREATE_SAMPLES.split(/;$/m)) await db.execute(sql.raw(statement));
    });
    beforeEach(() => db.execute(sql`truncate insert_samples, insert_statements restart identity`));

    const readAll = () => db.select().from(samples).orderBy(asc(samples.id));

    test("stores every type and null as they are", async () => {
      await insertRows(db, samples, [FULL_ROW, EMPTY_ROW]);
      assert.deepEqual(await readAll(), [
        { id: 1, ...FULL_ROW, state: "open" },
        { id: 2, ...EMPTY_ROW, state: "open" },
      ]);
    });

    test("stores what drizzle's own insert stores", async () => {
      await insertRows(db, samples, [FULL_ROW]);
      await db.insert(samples).values({ ...FULL_ROW, personId: 1 });
      const [ours, theirs] = await readAll();
      assert.deepEqual({ ...ours, id: 2, personId: 1 }, theirs);
    });

    test("stores any text", async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(fc.option(words), { minLength: 1, maxLength: 20 }), async (values) => {
          await db.execute(sql`delete from insert_samples`);
          await insertRows(
            db,
            samples,
            values.map((value, count) => ({ count, words: value })),
          );
          const rows = await selectRows<{ words: string | null }>(
            db,
            sql`select words from insert_samples order by count`,
          );
          assert.deepEqual(
            rows.map((row) => row.words),
            values,
          );
        }),
      );
    });

    test("stores any JSON", async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(data, { minLength: 1, maxLength: 20 }), async (values) => {
          await db.execute(sql`delete from insert_samples`);
          await insertRows(
            db,
            samples,
            values.map((value, count) => ({ count, data: value })),
          );
          const rows = await selectRows(
            db,
            sql`select ${samples.data} as data from insert_samples order by count`,
          );
          assert.deepEqual(
            rows.map((row) => row.data),
            JSON.parse(JSON.stringify(values)),
          );
        }),
      );
    });

    test("does nothing with an empty list", async () => {
      assert.deepEqual(await insertRows(db, samples, [], { returning: ["id"] }), []);
      assert.deepEqual(await readAll(), []);
    });

    test("takes one statement for a thousand rows, numbered in their order", async () => {
      const rows = Array.from({ length: 1_000 }, (_, place) => ({
        count: 1_000 - place,
        words: `n° ${place}`,
      }));
      const inserted = await insertRows(db, samples, rows, { returning: ["id", "count"] });
      assert.deepEqual(await selectRows(db, sql`select rows from insert_statements`), [{ rows: 1_000 }]);
      assert.deepEqual(
        inserted,
        rows.map(({ count }, place) => ({ id: place + 1, count })),
      );
    });

    test("gives columns nobody names their default, and null where only some rows name them", async () => {
      await insertRows(db, samples, [{ words: "a" }, { count: 2 }, {}]);
      const rows = (await readAll()).map((row) => [row.words, row.count, row.state]);
      assert.deepEqual(rows, [
        ["a", null, "open"],
        [null, 2, "open"],
        [null, null, "open"],
      ]);
    });

    test("leaves the numbers the database gives to the database", async () => {
      const copied = { ...FULL_ROW, id: 99 };
      assert.deepEqual(await insertRows(db, samples, [copied], { returning: ["id"] }), [{ id: 1 }]);
    });

    test("gives back what it is asked for, read as drizzle's selects read it", async () => {
      const returning = ["id", "data", "content", "tabledOn", "recordedAt", "personId", "words"] as const;
      const [first, second] = await insertRows(db, samples, [FULL_ROW, EMPTY_ROW], { returning });
      const { data, content, tabledOn, recordedAt, personId, words } = FULL_ROW;
      assert.deepEqual(first, { id: 1, data, content, tabledOn, recordedAt, personId, words });
      assert.equal(second?.recordedAt, null);
    });

    test("gives nothing back unless asked", async () => {
      assert.deepEqual(await insertRows(db, samples, [FULL_ROW]), []);
    });

    test("leaves out rows that are there already where the conflict says do nothing", async () => {
      await insertRows(db, samples, [{ personId: 1 }]);
      const inserted = await insertRows(db, samples, [{ personId: 1 }, { personId: 2 }], {
        onConflict: sql`(person_id) do nothing`,
        returning: ["personId"],
      });
      assert.deepEqual(inserted, [{ personId: 2 }]);
    });

    test("updates rows that are there already where the conflict says so", async () => {
      await insertRows(db, samples, [{ personId: 1, words: "old" }]);
      const updated = await insertRows(db, samples, [{ personId: 1, words: "new" }], {
        onConflict: sql`(person_id) do update set words = excluded.words`,
        returning: ["id", "words"],
      });
      assert.deepEqual(updated, [{ id: 1, words: "new" }]);
    });

    test("inserts none where one of them cannot be", async () => {
      await assert.rejects(insertRows(db, samples, [{ personId: 1 }, { personId: 1 }]));
      assert.deepEqual(await readAll(), []);
    });

    test("belongs to the transaction it is given", async () => {
      const change = db.transaction(async (tx) => {
        await insertRows(tx, samples, [FULL_ROW]);
        assert.equal((await tx.select().from(samples)).length, 1);
        throw new Error("no more");
      });
      await assert.rejects(change, /no more/);
      assert.deepEqual(await readAll(), []);
    });

    test("works on the tables of the schema", async () => {
      const people = [
        { parliament: "wallonia", slug: "vermeil-odette", name: "VERMEIL Odette" },
        { parliament: "wallonia", slug: "lambrecht-aurore", name: "LAMBRECHT Aurore" },
      ];
      const ids = await insertRows(db, persons, people, { returning: ["id", "slug"] });
      const [found] = await db.select().from(persons).where(eq(persons.slug, "lambrecht-aurore"));
      assert.equal(found?.id, ids[1]?.id);
    });
  });
}
