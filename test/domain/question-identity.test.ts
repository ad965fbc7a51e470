import assert from "node:assert/strict";
import { test } from "node:test";
import {
  findSourceId,
  identityOf,
  isReferenceSourceId,
  questionIdOf,
  referenceSourceId,
} from "../../src/domain/question-identity.ts";
import { aQuestion, day } from "../helpers/questions.ts";

test("a public id is the parliament and the id of the site", () => {
  assert.equal(questionIdOf("wallonia", "900001"), "wallonia-900001");
});

const IDS = [
  ["wallonia", "wallonia-900001", "900001"],
  ["wallonia", "wallonia-ref-2013-2014-lambrecht-aurore-217", "ref-2013-2014-lambrecht-aurore-217"],
  ["wallonia", "wallonia-", null],
  ["wallonia", "elsewhere-900001", null],
  ["wallonia", "900001", null],
] as const;

for (const [parliament, questionId, sourceId] of IDS) {
  test(`in ${questionId} ${sourceId ?? "nothing"} is an id of ${parliament}'s site`, () => {
    assert.equal(findSourceId(parliament, questionId), sourceId);
  });
}

test("names are folded in an identity, so that their spelling makes no second question", () => {
  const [one, other] = [
    aQuestion({ askedBy: "DUCHÊNE Honoré", addressedTo: { name: "OSSELAER Théo", office: null } }),
    aQuestion({ askedBy: "DUCHENE Honore", addressedTo: { name: "OSSELAER  Theo", office: "Ministre" } }),
  ];
  assert.deepEqual(identityOf(one), identityOf(other));
});

test("session, minister, number, day and author each make another question", () => {
  const identity = identityOf(aQuestion());
  for (const other of [
    aQuestion({ session: "se2014" }),
    aQuestion({ addressedTo: { name: "OSSELAER Théo", office: null } }),
    aQuestion({ officialNumber: 218 }),
    aQuestion({ tabledOn: day("2014-02-05") }),
    aQuestion({ askedBy: "DUCHÊNE Honoré" }),
  ]) {
    assert.notDeepEqual(identityOf(other), identity);
  }
});

test("the title and the texts are no part of an identity", () => {
  assert.deepEqual(identityOf(aQuestion({ title: "autre", questionText: "autre" })), identityOf(aQuestion()));
});

test("a page without id is kept under its session, minister and number", () => {
  const sourceId = referenceSourceId(identityOf(aQuestion()));
  assert.equal(sourceId, "ref-2013-2014-lambrecht-aurore-217");
  assert.ok(isReferenceSourceId(sourceId));
  assert.ok(!isReferenceSourceId("900001"));
});
