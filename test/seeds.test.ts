import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { suite, test } from "node:test";
import { answerTimes } from "../src/domain/answer-times.ts";
import { isCalendarDate } from "../src/domain/calendar-date.ts";
import { parseSamplePages } from "./helpers/sample-pages.ts";
import { projectRoot } from "./helpers/source-files.ts";

suite("the sample pages", () => {
  const questions = parseSamplePages();
  const timesOf = (question: (typeof questions)[number]) => answerTimes(question.answers);

  test("are read without a warning", () => {
    assert.deepEqual(
      questions.flatMap(({ warnings }) => warnings),
      [],
    );
  });

  test("stand under ids far above the ones in use", () => {
    const ids = questions.map(({ sourceId }) => Number(sourceId));
    assert.deepEqual(
      ids,
      ids.map((_id, place) => 9_900_001 + place),
    );
  });

  test("show every state a question can be in", () => {
    const states = new Set(questions.map((question) => timesOf(question).state));
    assert.deepEqual([...states].sort(), ["answered", "converted", "holding", "open"]);
  });

  test("show every kind of answer, an annex, and a question with several answers", () => {
    const answers = questions.flatMap((question) => question.answers);
    assert.deepEqual([...new Set(answers.map(({ kind }) => kind))].sort(), [
      "answer",
      "authorNote",
      "holdingAnswer",
    ]);
    assert.ok(answers.some(({ attachments }) => attachments.length > 0));
    assert.ok(questions.some((question) => question.answers.length > 1));
  });

  test("are dated on working days, and answered after they were put", () => {
    for (const question of questions) {
      const days = [question.tabledOn, ...question.answers.map(({ answeredOn }) => answeredOn)];
      assert.ok(days.every(isCalendarDate));
      assert.deepEqual(days, [...days].sort());
      for (const day of days) assert.ok(![0, 6].includes(new Date(day).getUTCDay()), day);
    }
  });

  test("speak of nobody but the invented people their README lists", () => {
    const readme = readFileSync(join(projectRoot, "seeds/README.md"), "utf8");
    const names = questions.flatMap(({ askedBy, addressedTo, answers }) => [
      askedBy,
      addressedTo.name,
      ...answers.map(({ answeredBy }) => answeredBy),
    ]);
    const spelling = (name: string) => name.replace("BRUYERE", "BRUYÈRE");
    for (const name of new Set(names.map(spelling))) assert.ok(readme.includes(name), name);
  });

  test("link to reserved addresses only", () => {
    const urls = questions.flatMap(({ answers }) => answers.flatMap(({ attachments }) => attachments));
    for (const { url } of urls) assert.equal(new URL(url ?? "").hostname, "example.org");
  });
});
