import assert from "node:assert/strict";
import { test } from "node:test";
import { partyOf, type PartyList } from "../../../src/domain/offices/party-lists.ts";
import { day } from "../../helpers/questions.ts";

const list = (sessions: string[], parties: Record<string, string>): PartyList => {
  return { asOf: day("2014-10-16"), sessions, source: "https://example.org/liste", parties };
};

const lists = [
  list(["se2014", "2014-2015"], { "vermeil-odette": "Les Peupliers", "preval-maxime": "Les Saules" }),
  list(["2019-2020"], { "vermeil-odette": "Les Saules" }),
];

test("an author is of the party that the list of the session gives", () => {
  assert.equal(partyOf(lists, "vermeil-odette", "se2014"), "Les Peupliers");
  assert.equal(partyOf(lists, "vermeil-odette", "2014-2015"), "Les Peupliers");
  assert.equal(partyOf(lists, "vermeil-odette", "2019-2020"), "Les Saules");
});

test("a list tells nothing of another session", () => {
  assert.equal(partyOf(lists, "preval-maxime", "2019-2020"), null);
  assert.equal(partyOf(lists, "vermeil-odette", "2015-2016"), null);
  assert.equal(partyOf([], "vermeil-odette", "se2014"), null);
});

test("a name that every object has is in no list", () => {
  for (const name of ["constructor", "toString", "__proto__"])
    assert.equal(partyOf(lists, name, "se2014"), null);
});
