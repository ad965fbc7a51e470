import assert from "node:assert/strict";
import { suite, test } from "node:test";
import { judgeNature } from "../../../src/domain/answer-nature/judge-nature.ts";
import { judgeText } from "./labelled-examples.ts";

const PROMISE = "Une réponse complète sera communiquée ultérieurement à l'honorable membre.";

suite("what is judged", () => {
  test("the author's note has no nature", () => {
    assert.equal(judgeNature({ kind: "authorNote", text: PROMISE }), null);
  });

  test("a heading that says provisional is enough, whatever the text", () => {
    for (const text of ["", "Le pont a rouvert le 3 mai."]) {
      const judged = judgeNature({ kind: "holdingAnswer", text });
      assert.deepEqual(judged, { nature: "holding", evidence: ["Réponse provisoire"] });
    }
  });

  for (const text of ["", " \n\u00a0", "…", "---"]) {
    test(`${JSON.stringify(text)} holds no word, and has no nature`, () => {
      assert.equal(judgeNature({ kind: "answer", text }), null);
    });
  }
});

suite("evidence", () => {
  const EVIDENCE = [
    [
      "J'ai bien reçu la question relative aux quais. Toutefois, mes services rassemblent encore les " +
        "données, et la réponse suivra d'ici peu.",
      ["et la réponse suivra d'ici peu"],
    ],
    [
      "Je renvoie l’honorable membre à ma réponse à la question n°\u00a012.",
      ["Je renvoie l’honorable membre à ma réponse à la question n°\u00a012"],
    ],
    [
      "L'objet de la question n'étant pas de mon ressort, j'invite l'honorable membre à interroger " +
        "ma collègue, Madame Aline Ferrandeau.",
      [
        "L'objet de la question n'étant pas de mon ressort",
        "j'invite l'honorable membre à interroger ma collègue",
      ],
    ],
    ["Le pont a rouvert. Une réponse complète sera communiquée ultérieurement.", []],
  ] as const;
  for (const [text, evidence] of EVIDENCE) {
    test(`of « ${text.slice(0, 60)}… » is the clauses that decide, as printed`, () => {
      assert.deepEqual(judgeText(text).evidence, evidence);
    });
  }

  test("that is said twice is given once", () => {
    assert.equal(judgeText(`${PROMISE} ${PROMISE}`).evidence.length, 1);
  });
});

suite("what makes a real answer of a promise", () => {
  const SUBSTANCE = [
    ["a fact before it", `Le pont a rouvert. ${PROMISE}`],
    ["a fact after it", `${PROMISE} Le pont a rouvert.`],
    [
      "a fact in the same sentence",
      "Le pont a rouvert et une réponse complète sera communiquée ultérieurement.",
    ],
    ["a fact after a topic", `La question relative au pont, les travaux débuteront en mai. ${PROMISE}`],
    ["an amount", `Le montant demandé est de 45 euros. ${PROMISE}`],
    ["yes", `Oui. ${PROMISE}`],
    ["none", `Aucune demande n'a été reçue. ${PROMISE}`],
    ["quotation marks", `« Une réponse complète sera communiquée ultérieurement à l'honorable membre. »`],
    ["a negation", "Je ne communiquerai pas de réponse à l'honorable membre."],
    [
      "somebody else to answer to",
      "Une réponse sera communiquée à mon administration dans les meilleurs délais.",
    ],
    [
      "something else to answer",
      "Une réponse sera apportée à cette problématique dans les meilleurs délais.",
    ],
    ["a list line", `${PROMISE}\n\n- le pont levant ;\n- le quai nord.`],
  ] as const;
  for (const [what, text] of SUBSTANCE) {
    test(what, () => {
      assert.deepEqual(judgeText(text), { nature: "substantive", evidence: [] });
    });
  }
});

suite("what « elle » promises", () => {
  const IT = "Elle sera transmise prochainement.";
  const CASES = [
    ["counts after words on the answer", `La réponse nécessite quelques vérifications. ${IT}`, "holding"],
    [
      "counts after a comma",
      "Les données sont en cours de collecte, elles vous seront communiquées dès que possible.",
      "holding",
    ],
    ["does not count alone", IT, "substantive"],
    ["does not count after words on something else", `L'étude est en cours. ${IT}`, "substantive"],
  ] as const;
  for (const [what, text, nature] of CASES) {
    test(what, () => {
      assert.equal(judgeText(text).nature, nature);
    });
  }
});

suite("that nothing has changed", () => {
  const UNCHANGED = "La situation n'a pas évolué depuis lors.";
  const CASES = [
    ["may be said beside a referral", `J'ai déjà répondu à cette question. ${UNCHANGED}`, "referral"],
    ["answers by itself", UNCHANGED, "substantive"],
    ["answers beside a promise", `${UNCHANGED} ${PROMISE}`, "substantive"],
  ] as const;
  for (const [what, text, nature] of CASES) {
    test(what, () => {
      assert.equal(judgeText(text).nature, nature);
    });
  }
});

suite("whose a question is", () => {
  const DISCLAIMER = "Cette question ne relève pas de mes compétences.";
  const WHY = "La tutelle sur cette régie appartient en effet au fonds des digues.";
  const CASES = [
    ["is judged also where it is explained", `${DISCLAIMER} ${WHY}`, "notCompetent"],
    [
      "is no longer the point after more than three explanations",
      `${DISCLAIMER} ${`${WHY} `.repeat(4)}`,
      "substantive",
    ],
    [
      "is no longer the point where the minister acts",
      `${DISCLAIMER} J'ai cependant plaidé le maintien.`,
      "substantive",
    ],
    [
      "is no longer the point where figures follow",
      `${DISCLAIMER} Le fonds a aidé 12 communes.`,
      "substantive",
    ],
    [
      "may be said of the question alone, not of a part",
      "Ce volet ne relève pas de mes compétences.",
      "substantive",
    ],
    ["is not another's where it is shared", "Cette question relève aussi de ma collègue.", "substantive"],
    ["is one's own where it is said so", "Cette question relève de mes compétences.", "substantive"],
    [
      "may be told by a topic of another's and an address",
      "La police des bacs relève de l'État fédéral. Je l'invite à interroger le Ministre compétent.",
      "notCompetent",
    ],
    [
      "is not told by a topic of another's alone",
      "La police des bacs relève de l'État fédéral.",
      "substantive",
    ],
  ] as const;
  for (const [what, text, nature] of CASES) {
    test(what, () => {
      assert.equal(judgeText(text).nature, nature);
    });
  }
});
