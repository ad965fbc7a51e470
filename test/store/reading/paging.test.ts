import assert from "node:assert/strict";
import type { ParsedQuestion } from "../../../src/domain/parsed-question.ts";
import { QUESTION_SORTS, type PageKey, type QuestionSort } from "../../../src/store/keyset.ts";
import type { QuestionReader } from "../../../src/store/question-reader.ts";
import type { QuestionSummary } from "../../../src/store/stored-question.ts";
import { testOnEach } from "../../helpers/page-stores.ts";
import { anAnswer, aQuestion, day } from "../../helpers/questions.ts";
import { FIRST_PAGE, readersOf, store } from "../../helpers/registers.ts";

/** Questions on few days, so that most share theirs with others; every third is not answered. */
function questionsFrom(first: number, count: number): ParsedQuestion[] {
  return Array.from({ length: count }, (_, i) => {
    const number = first + i;
    const answer = anAnswer({ answeredOn: day(`2014-03-0${1 + (number % 4)}`) });
    return aQuestion({
      sourceId: String(number),
      officialNumber: number,
      tabledOn: day(`2014-02-0${1 + (number % 3)}`),
      answers: number % 3 === 0 ? [] : [answer],
    });
  });
}

/** A day on which some of them are late, and some are not yet. */
const TODAY = day("2014-02-24");

/** Every page of a list; `between` runs after each. */
async function walk(
  questions: QuestionReader,
  { sort, limit }: { sort: QuestionSort; limit: number },
  between: () => Promise<void> = async () => undefined,
): Promise<QuestionSummary[]> {
  const seen: QuestionSummary[] = [];
  let after: PageKey | null = null;
  do {
    const { items, next } = await questions.listQuestions(
      {},
      { ...FIRST_PAGE, today: TODAY, sort, limit, after },
    );
    seen.push(...items);
    assert.ok(seen.length < 200, "the list goes round in circles");
    after = next;
    await between();
  } while (after !== null);
  return seen;
}

/**
 * The order of a list, said without SQL: by day, then by id, all in one direction; the unanswered after the others in a
 * list by answer, and in one by lateness the late ones first, the longest due before the others.
 */
function inOrder(sort: QuestionSort, items: readonly QuestionSummary[]): QuestionSummary[] {
  const place = (question: QuestionSummary) => {
    const { tabledOn, answeredOn, answerDueOn, id } = question;
    const isLate = answeredOn === null && answerDueOn !== null && answerDueOn < TODAY;
    switch (sort) {
      case "relevance":
        return { part: 0, day: tabledOn, id, sign: -1 };
      case "tabledOn":
      case "-tabledOn":
        return { part: 0, day: tabledOn, id, sign: sort === "tabledOn" ? 1 : -1 };
      case "answeredOn":
      case "-answeredOn":
        return {
          part: answeredOn === null ? 1 : 0,
          day: answeredOn ?? tabledOn,
          id,
          sign: sort === "answeredOn" ? 1 : -1,
        };
      case "daysOverdue":
        return isLate ? { part: 0, day: answerDueOn, id, sign: 1 } : { part: 1, day: tabledOn, id, sign: -1 };
    }
  };
  return [...items].sort((one, other) => {
    const [a, b] = [place(one), place(other)];
    if (a.part !== b.part) return a.part - b.part;
    if (a.day !== b.day) return a.day < b.day ? -a.sign : a.sign;
    return (a.id - b.id) * a.sign;
  });
}

const idsOf = (items: readonly QuestionSummary[]) => items.map(({ sourceId }) => sourceId);

for (const sort of QUESTION_SORTS) {
  testOnEach(`pages by ${sort} give each question once and in order, whatever their size`, async ({ db }) => {
    await store(db, questionsFrom(1, 23));
    const { questions } = readersOf(db);
    const whole = await walk(questions, { sort, limit: 100 });
    assert.equal(whole.length, 23);
    assert.deepEqual(idsOf(whole), idsOf(inOrder(sort, whole)));
    for (const limit of [1, 2, 5, 7, 22, 23]) {
      assert.deepEqual(idsOf(await walk(questions, { sort, limit })), idsOf(whole), `pages of ${limit}`);
    }
  });

  testOnEach(`pages by ${sort} skip and repeat nothing while questions arrive`, async ({ db }) => {
    const early = questionsFrom(1, 17);
    await store(db, early);
    const { questions } = readersOf(db);
    let number = 100;
    const seen = await walk(questions, { sort, limit: 3 }, async () => {
      if (number < 120) await store(db, questionsFrom((number += 2), 2));
    });
    const ids = idsOf(seen);
    assert.equal(new Set(ids).size, ids.length, "a question came twice");
    const missed = early.filter(({ sourceId }) => !ids.includes(sourceId ?? ""));
    assert.deepEqual(missed, []);
    assert.deepEqual(ids, idsOf(inOrder(sort, seen)));
  });
}

testOnEach("a page that ends on the last answered question goes on with the unanswered", async ({ db }) => {
  await store(db, questionsFrom(1, 6));
  const { questions } = readersOf(db);
  const first = await questions.listQuestions({}, { ...FIRST_PAGE, sort: "-answeredOn", limit: 4 });
  assert.ok(first.items.every(({ answeredOn }) => answeredOn !== null));
  const second = await questions.listQuestions(
    {},
    { ...FIRST_PAGE, sort: "-answeredOn", limit: 4, after: first.next },
  );
  assert.deepEqual(
    second.items.map(({ state }) => state),
    ["open", "open"],
  );
  assert.equal(second.next, null);
});

testOnEach("a page that fills up with the last question leads nowhere", async ({ db }) => {
  await store(db, questionsFrom(1, 6));
  const { questions } = readersOf(db);
  const page = await questions.listQuestions({}, { ...FIRST_PAGE, sort: "answeredOn", limit: 6 });
  assert.deepEqual([page.items.length, page.next], [6, null]);
});
