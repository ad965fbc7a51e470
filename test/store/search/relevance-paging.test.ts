import assert from "node:assert/strict";
import { sql } from "drizzle-orm";
import { createQuestionReader } from "../../../src/store/question-reader.ts";
import type { PageKey } from "../../../src/store/keyset.ts";
import type { QuestionFilter } from "../../../src/store/question-filter.ts";
import type { QuestionSummary } from "../../../src/store/stored-question.ts";
import { PARLIAMENT, testOnEach } from "../../helpers/page-stores.ts";
import { anAnswer, aQuestion, day } from "../../helpers/questions.ts";
import { FIRST_PAGE, readersOf, store } from "../../helpers/registers.ts";

/** More than are ranked: every third has the word in its title, every third asks about it, every third is answered by it. */
const MANY = 2_400;

function questionsAbout(word: string, count: number, { first = 1, tabledOn = "2014-02-01" } = {}) {
  return Array.from({ length: count }, (_, i) => {
    const number = first + i;
    const parts = [
      { title: `Un ${word}` },
      { questionText: `Que devient le ${word} ?` },
      { answers: [anAnswer({ text: `Le ${word} sera repeint.` })] },
    ];
    return aQuestion({
      title: "Un objet",
      questionText: "Rien.",
      sourceId: String(number),
      officialNumber: number,
      tabledOn: day(tabledOn),
      ...parts[number % parts.length],
    });
  });
}

type Readers = ReturnType<typeof readersOf>;

/** Every page of a search by relevance; `between` runs after each. */
async function walk(
  { questions }: Readers,
  filter: QuestionFilter,
  limit: number,
  between: () => Promise<void> = async () => undefined,
): Promise<QuestionSummary[]> {
  const seen: QuestionSummary[] = [];
  let after: PageKey | null = null;
  do {
    const page = { ...FIRST_PAGE, sort: "relevance", after, limit } as const;
    const { items, next } = await questions.listQuestions(filter, page);
    seen.push(...items);
    assert.ok(seen.length < 2 * MANY, "the list goes round in circles");
    after = next;
    await between();
  } while (after !== null);
  return seen;
}

const partOf = ({ sourceId }: QuestionSummary) => Number(sourceId) % 3;

for (const [reach, typed, affordable] of [
  ["gathered", "ponton", MANY * 10],
  ["met going back", "ponton", 0],
  ["its phrase gathered", '"ponton bleu"', MANY * 100],
  ["its phrase met going back or sifted", '"ponton bleu"', 0],
] as const) {
  testOnEach(`a search of more questions than are ranked gives each once, ${reach}`, async ({ db }) => {
    await store(db, questionsAbout("ponton bleu", MANY));
    await db.execute(sql`analyze questions`);
    const questions = createQuestionReader(db, { parliament: PARLIAMENT, affordable });
    const readers = { ...readersOf(db), questions };
    const { words } = await readers.search.understand(typed, { exact: false });
    const whole = await walk(readers, { words }, 100);
    const ids = whole.map(({ sourceId }) => sourceId);
    assert.equal(new Set(ids).size, MANY);
    assert.ok(
      whole.slice(0, 500).every((question) => partOf(question) === 0),
      "titles come first",
    );
    assert.ok(
      whole.slice(500, 740).every((question) => partOf(question) !== 2),
      "questions come before answers",
    );
    const odd = await walk(readers, { words }, 83);
    assert.deepEqual(
      odd.map(({ sourceId }) => sourceId),
      ids,
    );
    const page = { ...FIRST_PAGE, facets: true };
    const { total, totalIsExact, facets } = await questions.listQuestions({ words }, page);
    assert.deepEqual([total, totalIsExact], [1000, false]);
    const counted = affordable === 0 ? 1000 : MANY;
    assert.deepEqual([facets?.counted, facets?.areComplete], [counted, counted === MANY]);
    assert.equal(
      facets?.values.state.reduce((sum, { count }) => sum + count, 0),
      counted,
    );
  });
}

testOnEach("a search by relevance skips and repeats nothing while questions arrive", async ({ db }) => {
  await store(db, questionsAbout("ponton", 60));
  const readers = readersOf(db);
  const { words } = await readers.search.understand("ponton", { exact: false });
  let first = 100;
  const seen = await walk(readers, { words }, 7, async () => {
    first += 3;
    await store(db, questionsAbout("ponton", 3, { first, tabledOn: "2014-02-20" }));
  });
  assert.deepEqual(
    seen.map(({ sourceId }) => Number(sourceId)).sort((one, other) => one - other),
    Array.from({ length: 60 }, (_, i) => i + 1),
  );
});
