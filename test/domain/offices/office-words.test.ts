import assert from "node:assert/strict";
import { suite, test } from "node:test";
import { isTitle, officeWordsOf } from "../../../src/domain/offices/office-words.ts";

suite("words of an office", () => {
  for (const typed of [
    "écluses",
    "les Ecluses",
    "ministre des Écluses",
    "ministre-des-ecluses",
    "Mme la Ministre des Écluses",
    "Vice-Présidente et Ministre des Écluses",
    "Ministre chargé des Écluses",
  ]) {
    test(`lead to the portfolio: ${typed}`, () => {
      assert.equal(officeWordsOf(typed).portfolios.at(-1), "ecluses");
    });
  }

  test("keep abbreviations together", () => {
    assert.equal(officeWordsOf("des P.M.E.").portfolios[0], "pme");
  });

  test("may be spread over a title", () => {
    assert.deepEqual(officeWordsOf("l'Eau et les Écluses").titles.at(-1), ["eau", "ecluses"]);
  });

  test("may be a rank, which then stands together", () => {
    assert.deepEqual(officeWordsOf("le Ministre-Président"), {
      portfolios: ["ministre-president"],
      titles: [["ministre-president"]],
    });
  });

  for (const typed of ["ministre", "Mme la Ministre", "le ministre de la", "", "?"]) {
    test(`mean no title: « ${typed} »`, () => {
      assert.deepEqual(officeWordsOf(typed).titles, []);
    });
  }
});

suite("a name begins as a title does", () => {
  for (const [typed, expected] of [
    ["ministre de l'Eau", true],
    ["Monsieur le Ministre des Écluses", true],
    ["Vice-président chargé de l'Eau", true],
    ["eau", false],
    ["ministre", false],
    ["ministre Lutgan", false],
    ["de l'Eau", false],
    ["LUTGAN Benoît", false],
    ["", false],
  ] as const) {
    test(`« ${typed} »: ${expected}`, () => {
      assert.equal(isTitle(typed), expected);
    });
  }
});
