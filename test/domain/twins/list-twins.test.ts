import assert from "node:assert/strict";
import { suite, test } from "node:test";
import { type DatedQuestion, listTwins } from "../../../src/domain/twins/list-twins.ts";
import { aQuestion, day } from "../../helpers/questions.ts";
import { readPairs } from "./labelled-pairs.ts";

const { title, questionText, addressedTo } = aQuestion();

const put = (id: number, tabledOn: string, changes: Partial<DatedQuestion> = {}): DatedQuestion => ({
  ...{ id, title, questionText, addressedTo, tabledOn: day(tabledOn) },
  ...changes,
});

const asked = put(1, "2014-02-04");

suite("the twins of a question", () => {
  test("come the most alike first, then the newest, then those stored last", () => {
    const retitled = { title: "l'entretien des passerelles du canal" };
    const others = [
      put(2, "2013-01-01"),
      put(3, "2014-05-05", retitled),
      put(4, "2014-03-03"),
      put(5, "2014-03-03"),
      put(6, "2014-05-05", { questionText: "Combien d'écluses sont fermées ?" }),
    ];
    const ids = listTwins(asked, others).map(({ question }) => question.id);
    assert.deepEqual(ids, [5, 4, 2, 3]);
  });

  test("tell whether they were put before, after or on the day", () => {
    const others = [put(2, "2014-02-03"), put(3, "2014-02-04"), put(4, "2014-02-05")];
    const relations = listTwins(asked, others).map(({ question, relation }) => [question.id, relation]);
    assert.deepEqual(relations, [
      [4, "later"],
      [3, "sameDay"],
      [2, "earlier"],
    ]);
  });

  test("do not hold the question itself", () => {
    assert.deepEqual(listTwins(asked, [asked]), []);
  });

  test("are found among 200 questions of 4 kB while nobody notices", () => {
    const texts = readPairs("development").map(({ other }) => other.questionText);
    const long = (id: number) => {
      const parts = Array.from({ length: 12 }, (_, i) => texts[(id * 7 + i * 5) % texts.length]);
      return put(id, "2014-02-04", { questionText: parts.join("\n\n").slice(0, 4000) });
    };
    const candidates = Array.from({ length: 200 }, (_, i) => long(i + 2));
    const started = performance.now();
    listTwins(asked, candidates);
    // A tenth of it where nothing else is going on.
    assert.ok(performance.now() - started < 500);
  });
});
