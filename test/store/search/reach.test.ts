import assert from "node:assert/strict";
import { sql } from "drizzle-orm";
import { conditionOf } from "../../../src/store/question-filter.ts";
import { newest, type Reach } from "../../../src/store/search/reach.ts";
import { selectRows } from "../../../src/store/select-rows.ts";
import { PARLIAMENT, testOnEach } from "../../helpers/page-stores.ts";
import { aQuestion, day } from "../../helpers/questions.ts";
import { readersOf, store } from "../../helpers/registers.ts";

const TEXTS = [
  "Le ponton bleu.",
  "Le bleu du ponton.",
  "Un ponton.",
  "Un ponton bleu et un ponton rouge.",
  "Rien.",
];

const QUESTIONS = Array.from({ length: 40 }, (_, i) =>
  aQuestion({
    sourceId: String(i),
    officialNumber: i + 1,
    tabledOn: day(`2014-02-${String(1 + (i % 9)).padStart(2, "0")}`),
    questionText: TEXTS[i % TEXTS.length]!,
    answers: [],
  }),
);

const WAYS: readonly Reach[] = ["gather", "sift", "walk"];

testOnEach("whichever way the newest questions are reached, they are the same", async ({ db }) => {
  await store(db, QUESTIONS);
  const { search } = readersOf(db);
  const within = conditionOf(PARLIAMENT, {});
  for (const [typed, count] of [
    ['"ponton bleu"', 16],
    ['"ponton bleu" rouge', 8],
    ['"ponton bleu" -rouge', 8],
    ["ponton", 32],
  ] as const) {
    const { words } = await search.understand(typed, { exact: false });
    const found = async (reach: Reach, limit: number) => {
      const columns = sql`questions.id, questions.tabled_on`;
      const rows = await selectRows<{ id: number }>(
        db,
        newest(reach, { sought: { within, words }, columns, limit }),
      );
      return rows.map(({ id }) => id);
    };
    const [first, ...others] = await Promise.all(WAYS.map((reach) => found(reach, 100)));
    assert.equal(first?.length, count, typed);
    for (const other of others) assert.deepEqual(other, first, typed);
    for (const reach of WAYS)
      assert.deepEqual(await found(reach, 5), first.slice(0, 5), `${typed}, ${reach}`);
  }
});
