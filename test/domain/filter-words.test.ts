import assert from "node:assert/strict";
import { test } from "node:test";
import { type AskedFilter, filterWords, fromTo } from "../../src/domain/filter-words.ts";
import { day } from "../helpers/questions.ts";

const CASES: readonly (readonly [AskedFilter, string])[] = [
  [{}, "Toutes les questions"],
  [{ isOverdue: false }, "Toutes les questions"],
  [{ minister: "LAMBRECHT Aurore" }, "Questions à LAMBRECHT Aurore"],
  [{ author: "VERMEIL Odette" }, "Questions de VERMEIL Odette"],
  [
    { author: "VERMEIL Odette", minister: "LAMBRECHT Aurore", states: ["open"] },
    "Questions de VERMEIL Odette à LAMBRECHT Aurore, sans réponse",
  ],
  [{ states: ["open"] }, "Questions sans réponse"],
  [{ states: ["open", "holding"] }, "Questions sans réponse ou avec une réponse d’attente seulement"],
  [
    { states: ["answered", "converted"] },
    "Questions répondues ou dont l’auteur a renoncé à la réponse écrite",
  ],
  [{ isOverdue: true }, "Questions dont la date limite est passée"],
  [{ search: "passerelles" }, "Questions où l’on trouve « passerelles »"],
  [{ office: "Écluses" }, "Questions adressées à qui exerçait la fonction « Écluses »"],
  [{ party: "Ecolo" }, "Questions d’auteurs du parti « Ecolo »"],
  [
    { portfolio: "Écluses", session: "2013-2014" },
    "Questions, relevant de la compétence « Écluses », de la session 2013-2014",
  ],
  [
    { tabledFrom: day("2014-02-04"), tabledTo: day("2014-03-01") },
    "Questions déposées du 4 février 2014 au 1er mars 2014",
  ],
  [{ tabledFrom: day("2014-02-04") }, "Questions déposées à partir du 4 février 2014"],
  [{ tabledTo: day("2014-02-04") }, "Questions déposées jusqu’au 4 février 2014"],
  [
    { answeredFrom: day("2014-02-04"), answeredTo: day("2014-02-04") },
    "Questions répondues le 4 février 2014",
  ],
  [
    { modifiedSince: new Date("2014-01-31T23:00:00Z") },
    "Questions nouvelles ou modifiées depuis le 1er février 2014",
  ],
  [
    { modifiedSince: new Date("2014-07-01T07:05:00Z") },
    "Questions nouvelles ou modifiées depuis le 1er juillet 2014 à 9 h 05",
  ],
];

for (const [filter, words] of CASES) {
  test(words, () => assert.equal(filterWords(filter).replaceAll("\u00a0", " "), words));
}

test("a period of one day is that day", () => {
  assert.equal(fromTo(day("2014-02-04"), day("2014-02-04")), "le 4 février 2014");
  assert.equal(fromTo(day("2014-02-04"), day("2014-02-05")), "du 4 février 2014 au 5 février 2014");
});
