import assert from "node:assert/strict";
import { test } from "node:test";
import type { PersonMention } from "../../src/domain/mentions.ts";
import {
  type PersonCorrections,
  personSlugOf,
  personSlugsOf,
  type PersonSplit,
} from "../../src/domain/person-corrections.ts";
import { shownName } from "../../src/domain/person-name.ts";
import { day } from "../helpers/questions.ts";

const reason = "Vu sur deux pages.";
const split = (overrides: Partial<PersonSplit>): PersonSplit => ({
  name: "vermeil-odette",
  slug: "vermeil-odette-2",
  role: "author",
  from: day("2014-02-01"),
  to: day("2014-02-28"),
  reason,
  ...overrides,
});
const mention = (on: string, role: PersonMention["role"] = "author", name = "VERMEIL Odette") => ({
  name,
  role,
  on: day(on),
});
const none: PersonCorrections = { merges: [], splits: [] };

const MEANT: readonly (readonly [string, PersonCorrections, PersonMention, string])[] = [
  ["without corrections, the folded name", none, mention("2014-02-10"), "vermeil-odette"],
  ["a name without letters is its own", none, mention("2014-02-10", "author", "???"), "???"],
  ["a split from its first day", { ...none, splits: [split({})] }, mention("2014-02-01"), "vermeil-odette-2"],
  ["a split to its last day", { ...none, splits: [split({})] }, mention("2014-02-28"), "vermeil-odette-2"],
  ["not after it", { ...none, splits: [split({})] }, mention("2014-03-01"), "vermeil-odette"],
  [
    "not in another role",
    { ...none, splits: [split({})] },
    mention("2014-02-10", "minister"),
    "vermeil-odette",
  ],
  [
    "in any role where none is named",
    { ...none, splits: [split({ role: null })] },
    mention("2014-02-10", "minister"),
    "vermeil-odette-2",
  ],
  [
    "for ever where an end is open",
    { ...none, splits: [split({ to: null })] },
    mention("2024-02-10"),
    "vermeil-odette-2",
  ],
  [
    "one of two homonyms may be somebody known by another name",
    { merges: [{ from: "vermeil-odette-2", into: "ormeau-odette", reason }], splits: [split({})] },
    mention("2014-02-10"),
    "ormeau-odette",
  ],
];

for (const [rule, corrections, mentioned, expected] of MEANT) {
  test(`a mention means: ${rule}`, () => assert.equal(personSlugOf(corrections, mentioned), expected));
}

test("a folded name may mean whoever the corrections make of it", () => {
  const corrections = {
    merges: [{ from: "vermeil-odette-2", into: "ormeau-odette", reason }],
    splits: [split({}), split({ slug: "vermeil-odette-3", role: "minister" })],
  };
  assert.deepEqual([...personSlugsOf(corrections, "vermeil-odette")].sort(), [
    "ormeau-odette",
    "vermeil-odette",
    "vermeil-odette-3",
  ]);
  assert.deepEqual([...personSlugsOf(corrections, "vermeil-odette-2")], ["ormeau-odette"]);
});

const SHOWN: readonly (readonly [string, string, readonly string[], string])[] = [
  [
    "the fullest of its own spellings",
    "vermeil-odette",
    ["VERMEIL Odette", "VERMÉIL Odette"],
    "VERMÉIL Odette",
  ],
  ["never a merged misprint", "vermeil-odette", ["VERMEIL Odette", "VERMEÏL Odétté Marià"], "VERMEIL Odette"],
  ["another one where there is none", "vermeil-odette-2", ["VERMEIL Odette"], "VERMEIL Odette"],
];

for (const [rule, slug, spellings, expected] of SHOWN) {
  test(`a person is shown under ${rule}`, () => {
    assert.equal(shownName(slug, spellings), expected);
    assert.equal(shownName(slug, spellings.toReversed()), expected);
  });
}
