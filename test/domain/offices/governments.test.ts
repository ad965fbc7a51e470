import assert from "node:assert/strict";
import { suite, test } from "node:test";
import { findDayRange } from "../../../src/domain/offices/day-range.ts";
import { createGovernments, type Government } from "../../../src/domain/offices/governments.ts";
import { day } from "../../helpers/questions.ts";

const source = "https://example.org/gouvernements";
const range = (text: string) => findDayRange(text)!;
const aGovernment = (slug: string, from: string, until: string | null): Government => ({
  slug,
  name: slug.toUpperCase(),
  from: range(from),
  until: until === null ? null : range(until),
  source,
});

const GOVERNMENTS = [
  aGovernment("one", "1999-07", "2004-07-20"),
  aGovernment("two", "2004-07-20", "2009-07"),
  aGovernment("three", "2009-07", "2014-05-31"),
  aGovernment("four", "2014-07-23", null),
];

/** Days, and the government that is known to govern. */
const DAYS: readonly (readonly [rule: string, day: string, slug: string | null])[] = [
  ["before the first", "1999-06-30", null],
  ["in the month in which it began", "1999-07-01", null],
  ["in the month in which it began", "1999-07-30", null],
  ["when it has begun for certain", "1999-07-31", "one"],
  ["on its last day", "2004-07-19", "one"],
  ["on the day of the next oath", "2004-07-20", "two"],
  ["before the month of a change", "2009-06-30", "two"],
  ["in the month of a change", "2009-07-01", null],
  ["in the month of a change", "2009-07-30", null],
  ["when the next has begun for certain", "2009-07-31", "three"],
  ["before a gap", "2014-05-30", "three"],
  ["in a gap", "2014-05-31", null],
  ["in a gap", "2014-07-22", null],
  ["after a gap", "2014-07-23", "four"],
  ["long after the last began", "2050-01-01", "four"],
];

suite("the government on a day", () => {
  const governments = createGovernments(GOVERNMENTS, []);
  for (const [rule, on, slug] of DAYS) {
    test(`${rule} (${on}) is ${slug ?? "not known"}`, () => {
      assert.equal(governments.governmentOn(day(on))?.slug ?? null, slug);
    });
  }

  test("changes from one stretch to the next, and never within one", () => {
    assert.deepEqual(
      governments.stretches.map(({ from, government }) => [from, government?.slug ?? null]),
      [
        [null, null],
        ["1999-07-31", "one"],
        ["2004-07-20", "two"],
        ["2009-07-01", null],
        ["2009-07-31", "three"],
        ["2014-05-31", null],
        ["2014-07-23", "four"],
      ],
    );
  });

  test("does not depend on the order in which governments are told", () => {
    const { stretches } = createGovernments(GOVERNMENTS.toReversed(), []);
    assert.deepEqual(stretches, governments.stretches);
  });

  test("is not known where two are said to govern", () => {
    const both = createGovernments([...GOVERNMENTS, aGovernment("five", "2020-01-01", null)], []);
    assert.equal(both.governmentOn(day("2019-12-31"))?.slug, "four");
    assert.equal(both.governmentOn(day("2020-01-01")), null);
  });

  test("is not known where no government is", () => {
    assert.equal(createGovernments([], []).governmentOn(day("2014-01-01")), null);
  });
});

suite("the party of a member of a government", () => {
  const member = (government: string, person: string, party: string | null) => ({
    ...{ government, person, party, source },
  });
  const governments = createGovernments(GOVERNMENTS, [
    member("one", "preval-maxime", "Les Saules"),
    member("two", "preval-maxime", "Les Peupliers"),
    member("one", "vermeil-odette", null),
    member("one", "lutgan-benoit", "Les Saules"),
    member("one", "lutgan-benoit", "Les Peupliers"),
    member("two", "lutgan-benoit", "Les Saules"),
    member("two", "lutgan-benoit", null),
    member("two", "lutgan-benoit", "Les Saules"),
  ]);
  const [one, two] = GOVERNMENTS as [Government, Government];

  for (const { rule, government, person, party } of [
    { rule: "is that of the time", government: one, person: "preval-maxime", party: "Les Saules" },
    { rule: "may be another one later", government: two, person: "preval-maxime", party: "Les Peupliers" },
    { rule: "is not known where no source tells it", government: one, person: "vermeil-odette", party: null },
    {
      rule: "is not known of somebody who is no member",
      government: two,
      person: "vermeil-odette",
      party: null,
    },
    { rule: "is not known where sources disagree", government: one, person: "lutgan-benoit", party: null },
    {
      rule: "is told by one source for others",
      government: two,
      person: "lutgan-benoit",
      party: "Les Saules",
    },
  ]) {
    test(rule, () => assert.equal(governments.partyIn(government, person), party));
  }
});
