import assert from "node:assert/strict";
import { suite, test } from "node:test";
import fc from "fast-check";
import { defuse } from "../../../src/http/exports/defuse.ts";

const FORMULAS = [
  "=1+1",
  '=HYPERLINK("http://evil.example";"ici")',
  "+33 4 00",
  "-1",
  "- un point d'une liste",
  "@SUM(A1)",
  "\t=1",
  "\r=1",
  "\ttexte",
  "\rtexte",
  "\ntexte",
  "  =1",
  "\u00a0=1",
  "\u200b=1",
  "\ufeff=1",
  '"=1',
  "'=1",
  "« =1 »",
  "“ +1",
  "＝1+1",
  "＋1",
  "－1",
  "＠SUM",
  "﹢1",
  "\u22121",
];

const HARMLESS = [
  "",
  "texte",
  "Quel est le taux ? -3 %",
  "l'eau = la vie",
  "a@b.example",
  "« texte »",
  "– un tiret de dialogue",
  "• un point d'une liste",
  "1=1",
  "’",
  '""',
];

suite("a text for a spreadsheet", () => {
  for (const text of FORMULAS) {
    test(`${JSON.stringify(text)} gets an apostrophe in front`, () => {
      assert.equal(defuse(text), `'${text}`);
    });
  }

  for (const text of HARMLESS) {
    test(`${JSON.stringify(text)} stays as it is`, () => {
      assert.equal(defuse(text), text);
    });
  }

  test("loses nothing, and never begins as a formula does", () => {
    const pieces = fc.constantFrom(
      "=",
      "+",
      "-",
      "@",
      "\t",
      "\r",
      "\n",
      " ",
      '"',
      "'",
      "«",
      "＝",
      "a",
      "1",
      "é",
      "\u{1f600}",
    );
    fc.assert(
      fc.property(
        fc.array(pieces).map((parts) => parts.join("")),
        (text) => {
          const cell = defuse(text);
          assert.ok(cell === text || cell === `'${text}`);
          assert.doesNotMatch(cell, /^[\s"«]*[=+\-@＝]|^[\t\r\n]/);
        },
      ),
    );
  });
});
