import assert from "node:assert/strict";
import type { ParsedQuestion } from "../../../src/domain/parsed-question.ts";
import type { Database } from "../../../src/store/database.ts";
import type { QuestionFilter } from "../../../src/store/question-filter.ts";
import { createQuestionReader } from "../../../src/store/question-reader.ts";
import { createQuestionWalk } from "../../../src/store/question-walk.ts";
import type { StoredQuestion } from "../../../src/store/stored-question.ts";
import { PARLIAMENT, testOnEach } from "../../helpers/page-stores.ts";
import { aHoldingAnswer, anAnswer, aQuestion, day } from "../../helpers/questions.ts";
import { store } from "../../helpers/registers.ts";

/** Questions on few days, so that most share theirs with others; every third is not answered. */
function questionsFrom(first: number, count: number): ParsedQuestion[] {
  return Array.from({ length: count }, (_, i) => {
    const number = first + i;
    const attachments = [{ label: `Plan ${number}`, url: `http://annexes.example/${number}.pdf` }];
    return aQuestion({
      sourceId: String(number),
      officialNumber: number,
      tabledOn: day(`2014-02-0${1 + (number % 3)}`),
      answers: number % 3 === 0 ? [] : [aHoldingAnswer(), anAnswer({ attachments })],
    });
  });
}

interface Walking {
  readonly batchSize: number;
  readonly filter?: QuestionFilter;
  readonly between?: () => Promise<void>;
}

async function walk(db: Database, { batchSize, filter = {}, between }: Walking): Promise<StoredQuestion[]> {
  const seen: StoredQuestion[] = [];
  for await (const batch of createQuestionWalk(db, { parliament: PARLIAMENT, batchSize })(filter)) {
    assert.ok(batch.length > 0 && batch.length <= batchSize);
    seen.push(...batch);
    assert.ok(seen.length < 200, "the walk goes round in circles");
    await between?.();
  }
  return seen;
}

const idsOf = (questions: readonly StoredQuestion[]) => questions.map(({ sourceId }) => sourceId);

testOnEach(
  "a walk gives each question once and whole, the newest first, in batches of any size",
  async ({ db }) => {
    await store(db, questionsFrom(1, 23));
    const { findQuestion } = createQuestionReader(db, { parliament: PARLIAMENT });
    const whole = await walk(db, { batchSize: 100 });
    assert.equal(whole.length, 23);
    const inOrder = whole.toSorted((one, other) =>
      one.tabledOn === other.tabledOn ? other.id - one.id : one.tabledOn < other.tabledOn ? 1 : -1,
    );
    assert.deepEqual(idsOf(whole), idsOf(inOrder));
    for (const question of whole) assert.deepEqual(question, await findQuestion(question.sourceId));
    for (const batchSize of [1, 2, 7, 22, 23]) {
      assert.deepEqual(await walk(db, { batchSize }), whole, `batches of ${batchSize}`);
    }
  },
);

testOnEach(
  "what arrives during a walk makes it skip and repeat nothing, and waits for no end of it",
  async ({ db }) => {
    const early = questionsFrom(1, 17);
    await store(db, early);
    let number = 100;
    const between = async () => {
      if (number < 120) await store(db, questionsFrom((number += 2), 2));
    };
    const ids = idsOf(await walk(db, { batchSize: 3, between }));
    assert.equal(new Set(ids).size, ids.length, "a question came twice");
    assert.deepEqual(
      early.filter(({ sourceId }) => !ids.includes(sourceId ?? "")),
      [],
    );
  },
);

testOnEach("a walk keeps to its filter, and to its parliament", async ({ db }) => {
  await store(db, questionsFrom(1, 9));
  await store(db, questionsFrom(20, 3), { parliament: "elsewhere" });
  const open = await walk(db, { batchSize: 2, filter: { states: ["open"] } });
  assert.deepEqual(idsOf(open).map(Number).sort(), [3, 6, 9]);
  assert.deepEqual(await walk(db, { batchSize: 2, filter: { session: "1999-2000" } }), []);
});

testOnEach("a walk reads nothing before it is asked to", async ({ db }) => {
  const batches = createQuestionWalk(db, { parliament: PARLIAMENT, batchSize: 2 })({});
  await store(db, questionsFrom(1, 4));
  const first = await batches.next();
  assert.equal(first.value?.length, 2);
  await store(
    db,
    questionsFrom(5, 2).map((question) => ({ ...question, tabledOn: day("2014-01-01") })),
  );
  const rest: string[] = [];
  for await (const batch of batches) rest.push(...idsOf(batch));
  assert.deepEqual(rest.slice(-2).sort(), ["5", "6"]);
});
