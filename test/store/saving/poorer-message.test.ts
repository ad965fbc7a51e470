import assert from "node:assert/strict";
import { test } from "node:test";
import type { Loss } from "../../../src/domain/lost-parts.ts";
import { earlierMessage, poorerMessage } from "../../../src/store/saving/poorer-message.ts";
import { aHoldingAnswer, anAnswer, day } from "../../helpers/questions.ts";

const INTRODUCTION = "La page est moins complète que celle déjà connue\u00a0: il y manque";
const note = anAnswer({ kind: "authorNote" });

const MESSAGES: readonly (readonly [readonly Loss[], string])[] = [
  [[{ part: "questionText" }], "la fin du texte de la question"],
  [[{ part: "answer", answer: anAnswer() }], "la réponse du 24/02/2014"],
  [[{ part: "answer", answer: aHoldingAnswer() }], "la réponse provisoire du 18/02/2014"],
  [[{ part: "answerText", answer: note }], "la fin du texte de la note de l’auteur du 24/02/2014"],
  [[{ part: "attachment", answer: anAnswer() }], "une annexe de la réponse du 24/02/2014"],
  [
    [{ part: "questionText" }, { part: "answerText", answer: note }, { part: "answer", answer: anAnswer() }],
    "la fin du texte de la question, la fin du texte de la note de l’auteur du 24/02/2014 et la réponse du 24/02/2014",
  ],
  [
    [
      { part: "answer", answer: anAnswer() },
      { part: "answer", answer: anAnswer() },
    ],
    "la réponse du 24/02/2014",
  ],
];

for (const [losses, named] of MESSAGES) {
  test(`a poorer page is told to lack ${named}`, () => {
    assert.equal(poorerMessage(losses), `${INTRODUCTION} ${named}.`);
  });
}

test("a page that lacks a great deal is told so in one line", () => {
  const losses = Array.from({ length: 28 }, (_, i): Loss => {
    const answeredOn = day(`2014-02-${String(i + 1).padStart(2, "0")}`);
    return { part: "answer", answer: anAnswer({ answeredOn }) };
  });
  assert.match(poorerMessage(losses), /du 04\/02\/2014 et 24 autres éléments\.$/);
  assert.match(poorerMessage(losses.slice(0, 5)), /du 04\/02\/2014 et un autre élément\.$/);
});

test("an earlier version is told by its number", () => {
  assert.match(earlierMessage(2), /version antérieure de la question \(la version 2\)/);
});
