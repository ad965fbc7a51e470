import assert from "node:assert/strict";
import { suite, test } from "node:test";
import { sql } from "drizzle-orm";
import { snapshots } from "../../src/store/schema/index.ts";
import { selectRows } from "../../src/store/select-rows.ts";
import { databaseEngines } from "../helpers/databases.ts";

/** One value of each type, as SQL and as `selectRows` gives it. */
const VALUES: Readonly<Record<string, unknown>> = {
  "date '2013-10-15'": "2013-10-15",
  "date '0001-01-01'": "0001-01-01",
  "timestamptz '2013-10-15 23:30:00.123+02'": new Date("2013-10-15T21:30:00.123Z"),
  "timestamptz '2014-01-01 00:00:00Z'": new Date("2014-01-01T00:00:00Z"),
  "timestamp '2013-10-15 23:30:00'": "2013-10-15 23:30:00",
  "7::int2": 7,
  "-7::int4": -7,
  "9007199254740991::int8": Number.MAX_SAFE_INTEGER,
  "9223372036854775807::int8": 2 ** 63,
  "(select count(*) from generate_series(1, 3))": 3,
  "1.25::float4": 1.25,
  "1e-300::float8": 1e-300,
  "1.50::numeric": "1.50",
  true: true,
  "'é « ; » \"\\'::text": 'é « ; » "\\',
  "'a'::varchar(3)": "a",
  "'[1, {\"a\": null}]'::jsonb": [1, { a: null }],
  "'\"texte\"'::jsonb": "texte",
  "'\"123\"'::jsonb": "123",
  "'{\"a\": [true]}'::json": { a: [true] },
  "'\\x00ff5c'::bytea": new Uint8Array([0, 255, 92]),
  "''::bytea": new Uint8Array(),
  "array['a,b', null, '{\"c\"}']": ["a,b", null, '{"c"}'],
  "array[1, null]::int4[]": [1, null],
  "array[1, 9007199254740991]::int8[]": [1, Number.MAX_SAFE_INTEGER],
  "date '2014-03-05' - date '2014-03-01'": 4,
  "interval '1 day 2 hours'": "1 day 02:00:00",
  "null::timestamptz": null,
  "null::bytea": null,
};

for (const { engine, fresh } of databaseEngines) {
  suite(`selectRows on ${engine}`, () => {
    test("gives every type as documented", async (t) => {
      const db = await fresh(t);
      const columns = Object.keys(VALUES).map((expression, place) => `${expression} as c${place}`);
      const [row] = await selectRows(db, sql.raw(`select ${columns.join(", ")}`));
      const expected = Object.values(VALUES).map((value, place) => [`c${place}`, value]);
      assert.deepEqual({ ...row }, Object.fromEntries(expected));
    });

    test("gives days and instants the same in summer, in winter and before the zone existed", async (t) => {
      const db = await fresh(t);
      const instants = ["2013-07-01T00:00:00.000Z", "2013-12-31T23:59:59.999Z", "1889-05-06T12:00:00.000Z"];
      for (const instant of instants) {
        const [row] = await selectRows(
          db,
          sql`select ${instant}::timestamptz as "at", (${instant}::timestamptz)::date as "on"`,
        );
        assert.deepEqual({ ...row }, { at: new Date(instant), on: instant.slice(0, 10) });
      }
    });

    test("gives an empty list where nothing is found", async (t) => {
      const db = await fresh(t);
      assert.deepEqual(await selectRows(db, sql`select now() where false`), []);
    });

    test("works within a transaction", async (t) => {
      const db = await fresh(t);
      const rows = await db.transaction((tx) => selectRows<{ one: number }>(tx, sql`select 1::int8 as one`));
      assert.equal(rows[0]?.one, 1);
    });

    test("agrees with the selects drizzle writes", async (t) => {
      const db = await fresh(t);
      const at = new Date("2013-10-15T21:30:00.123Z");
      const content = new Uint8Array([31, 139, 0, 255]);
      await db.insert(snapshots).values({
        parliament: "wallonia",
        sourceId: "99001",
        sha256: "ab".repeat(32),
        location: "99001.html",
        byteLength: 4,
        content,
        fetchedAt: at,
        lastFetchedAt: at,
        parserVersion: "1",
      });
      const read = {
        id: snapshots.id,
        content: snapshots.content,
        at: snapshots.fetchedAt,
        status: snapshots.status,
        count: sql<number>`count(*) over ()`,
      };
      const expected = [{ id: 1, content, at, status: null, count: 1 }];
      assert.deepEqual(await db.select(read).from(snapshots), expected);
      const rows = await selectRows(
        db,
        sql`select id, content, fetched_at as at, status, count(*) over () from ${snapshots}`,
      );
      assert.deepEqual(rows, expected);
    });
  });
}
