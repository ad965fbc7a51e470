import assert from "node:assert/strict";
import { suite, test } from "node:test";
import { slugOf } from "../../src/domain/folded-text.ts";
import { peopleMeant } from "../../src/domain/typed-name.ts";

const person = (...spellings: string[]) => ({ slug: slugOf(spellings[0]!), spellings });

const PEOPLE = [
  person("LUTGAN Benoît", "LUTGAN-DUBOIS Benoît"),
  person("PRÉVAL Maxime"),
  person("PREVAL Patrick"),
  person("DE LA RUELLE Éloïse"),
  person("DI FONTANA Carlo"),
  person("DI MARE Elio"),
  person("LEAL FUENTES Inès"),
  person("LEAL Ugo"),
  person("VERMEIL Jean-Marc"),
  person("van der BEEK Ida"),
  person("Zwaene Noé"),
  person("MINISTRE Odile"),
];

const meant = (typed: string) => peopleMeant(typed, PEOPLE).map(({ slug }) => slug);

suite("a name means", () => {
  for (const { rule, typed, whom } of [
    {
      rule: "the person of its words, in either order",
      typed: ["LUTGAN Benoît", "Benoit Lutgan", "benoit-lutgan", "Lutgan, Benoît"],
      whom: "lutgan-benoit",
    },
    {
      rule: "the same with a form of address",
      typed: [
        "M. Lutgan",
        "Monsieur Benoît LUTGAN",
        "M. le Ministre Lutgan",
        "Monsieur le Vice-Président Lutgan",
      ],
      whom: "lutgan-benoit",
    },
    { rule: "the person of any spelling", typed: ["benoit lutgan-dubois", "Dubois"], whom: "lutgan-benoit" },
    {
      rule: "whoever alone has that family name",
      typed: ["vermeil", "Mme Vermeil"],
      whom: "vermeil-jean-marc",
    },
    {
      rule: "whoever has that family name and initials",
      typed: ["J.-M. Vermeil", "Vermeil J. M.", "JM Vermeil", "J. Vermeil", "Je. Vermeil", "Jean Vermeil"],
      whom: "vermeil-jean-marc",
    },
    {
      rule: "one of two of a family name by another name or its initial",
      typed: ["Patrick Preval", "P. Préval"],
      whom: "preval-patrick",
    },
    {
      rule: "whoever has that family name, with or without its particles",
      typed: ["de la Ruelle", "Ruelle", "eloise ruelle", "La Ruelle"],
      whom: "de-la-ruelle-eloise",
    },
    { rule: "whoever has a part of it", typed: ["Fuentes"], whom: "leal-fuentes-ines" },
    { rule: "whoever has all of it before whoever has a part", typed: ["Leal"], whom: "leal-ugo" },
    {
      rule: "a family name with particles in small letters",
      typed: ["Beek", "ida beek"],
      whom: "van-der-beek-ida",
    },
    { rule: "a name without capitals by its first word", typed: ["zwaene"], whom: "zwaene-noe" },
    { rule: "somebody who is called like a rank", typed: ["Odile Ministre"], whom: "ministre-odile" },
  ]) {
    for (const name of typed) {
      test(`${rule}: ${name}`, () => {
        assert.deepEqual(meant(name), [whom]);
      });
    }
  }

  for (const { rule, typed } of [
    { rule: "by a first name alone", typed: ["Benoît", "Jean-Marc", "elio"] },
    { rule: "by particles alone", typed: ["di", "de la", "van der"] },
    { rule: "by initials alone", typed: ["B. L.", "jm"] },
    { rule: "by a family name with another first name", typed: ["Carlo Lutgan", "Jean-Luc Vermeil"] },
    { rule: "by the beginning of a word", typed: ["lut", "verm"] },
    { rule: "by a form of address alone", typed: ["Monsieur le", "le"] },
    { rule: "by nothing", typed: ["", "?", " - "] },
  ]) {
    for (const name of typed) {
      test(`nobody ${rule}: « ${name} »`, () => {
        assert.deepEqual(meant(name), []);
      });
    }
  }

  test("several people where it does not tell them apart, in their order", () => {
    for (const name of ["préval", "Mme Préval", "M. Preval"]) {
      assert.deepEqual(meant(name), ["preval-maxime", "preval-patrick"], name);
    }
  });
});
