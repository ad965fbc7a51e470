import assert from "node:assert/strict";
import { before, suite, test } from "node:test";
import { getTableColumns, sql, type SQL } from "drizzle-orm";
import { getTableConfig } from "drizzle-orm/pg-core";
import { createGovernments } from "../../../src/domain/offices/governments.ts";
import type { Database } from "../../../src/store/database.ts";
import { DELAY_GROUPINGS } from "../../../src/store/delay-reader.ts";
import { alikeQuestions } from "../../../src/store/delays/alike-questions.ts";
import { readGrouping } from "../../../src/store/delays/groupings.ts";
import { conditionOf, type QuestionFilter } from "../../../src/store/question-filter.ts";
import { rolledBack } from "../../../src/store/rolled-back.ts";
import { questions } from "../../../src/store/schema/index.ts";
import { selectRows } from "../../../src/store/select-rows.ts";
import { databaseEngines, suiteOwner } from "../../helpers/databases.ts";
import { PARLIAMENT } from "../../helpers/page-stores.ts";
import { day } from "../../helpers/questions.ts";
import { storeTimed } from "../../helpers/timed-questions.ts";

const ROWS = 3000;
const INDEX = "questions_for_delays";

/** All that a filter can ask for and the index holds. */
const EVERYTHING: QuestionFilter = {
  ministerId: 1,
  authorId: 1,
  parties: ["Saules"],
  portfolio: {
    officeIds: [1, 2],
    terms: [{ ministerId: 1, from: day("2014-01-01"), to: day("2014-12-31") }],
  },
  session: "2013-2014",
  states: ["open"],
  overdueOn: day("2014-03-01"),
  tabledFrom: day("2014-01-01"),
  tabledTo: day("2014-12-31"),
  answeredFrom: day("2014-01-01"),
  answeredTo: day("2014-12-31"),
};

/** Copies the one question there is, over 300 days. */
async function multiply(db: Database): Promise<void> {
  const { id: _, ...columns } = getTableColumns(questions);
  const names = Object.values(columns).map(({ name }) => name);
  const values = names.map((name) => {
    if (name === "source_id") return sql`source_id || '-' || i`;
    return name === "tabled_on" ? sql`tabled_on + i % 300` : sql.identifier(name);
  });
  await db.transaction(async (tx) => {
    // A commit that may still be lost, as those of these tests, does not make rows visible to all.
    await tx.execute(sql`set local synchronous_commit = on`);
    await tx.execute(sql`
      insert into questions (${sql.join(
        names.map((name) => sql.identifier(name)),
        sql`, `,
      )})
      select ${sql.join(values, sql`, `)} from questions, generate_series(1, ${ROWS}::int) as i`);
  });
  await db.execute(sql`vacuum (analyze, index_cleanup on) questions`);
}

interface Plan {
  readonly "Node Type": string;
  readonly "Index Name"?: string;
  readonly "Relation Name"?: string;
  readonly "Heap Fetches"?: number;
  readonly Plans?: readonly Plan[];
}

/**
 * How PostgreSQL looks at questions where it can help looking at their rows. The other indexes are taken away for the
 * moment: among so few rows, and such short ones, it would rather go through one of them.
 */
async function looksAt(db: Database, statement: SQL): Promise<(string | number | undefined)[][]> {
  let looks: (string | number | undefined)[][] = [];
  await rolledBack(db, async (tx) => {
    for (const { config } of getTableConfig(questions).indexes) {
      if (config.name !== INDEX) await tx.execute(sql`drop index ${sql.identifier(config.name!)}`);
    }
    for (const constraint of ["questions_pkey", "questions_source_key"]) {
      await tx.execute(sql`alter table questions drop constraint ${sql.identifier(constraint)} cascade`);
    }
    await tx.execute(sql`set local enable_seqscan = off`);
    await tx.execute(sql`set local enable_bitmapscan = off`);
    const explained = sql`explain (analyze, format json) ${statement}`;
    const [row] = await selectRows<{ "QUERY PLAN": [{ Plan: Plan }] }>(tx, explained);
    looks = nodesOf(row!["QUERY PLAN"][0].Plan)
      .filter((plan) => plan["Relation Name"] === "questions")
      .map((plan) => [plan["Node Type"], plan["Index Name"], plan["Heap Fetches"]]);
  });
  return looks;
}

const nodesOf = (plan: Plan): Plan[] => [plan, ...(plan.Plans ?? []).flatMap(nodesOf)];

const FROM_THE_INDEX = [["Index Only Scan", INDEX, 0]];

suite("figures about answer times can be read from one index, without a look at the rows", async () => {
  const postgres = databaseEngines.find(({ engine }) => engine === "postgres")!;
  const db = await postgres.fresh(suiteOwner());
  before(async () => {
    await storeTimed(db, { one: { tabledOn: day("2014-02-03"), office: "Ministre des Écluses" } });
    await multiply(db);
  });
  const asOf = day("2014-12-31");

  for (const name of Object.keys(EVERYTHING) as (keyof QuestionFilter)[]) {
    test(`whatever ${name} asks for`, async () => {
      const condition = conditionOf(PARLIAMENT, { [name]: EVERYTHING[name] });
      const statement = alikeQuestions(condition, { asOf, group: sql`null` });
      assert.deepEqual(await looksAt(db, statement), FROM_THE_INDEX);
    });
  }

  for (const by of DELAY_GROUPINGS) {
    test(`by ${by}`, async () => {
      const scope = { parliament: PARLIAMENT, governments: createGovernments([], []) };
      const { stored } = await readGrouping(db, by, scope);
      const statement = alikeQuestions(conditionOf(PARLIAMENT, EVERYTHING), { asOf, group: stored });
      assert.deepEqual(await looksAt(db, statement), FROM_THE_INDEX);
    });
  }

  test("but for modifiedSince, which no index of figures holds", async () => {
    const condition = conditionOf(PARLIAMENT, { modifiedSince: new Date(0) });
    const looks = await looksAt(db, alikeQuestions(condition, { asOf, group: sql`null` }));
    assert.notDeepEqual(looks, FROM_THE_INDEX);
  });
});
