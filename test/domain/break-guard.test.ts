import assert from "node:assert/strict";
import { suite, test } from "node:test";
import { BreakGuard, type Doubt, type GuardedLook } from "../../src/domain/break-guard.ts";

type Found = GuardedLook["found"];

const look = (found: Found, about: Partial<GuardedLook> = {}): GuardedLook => ({
  ...{ found, isEmpty: false, wasAnswered: false },
  ...about,
});

/** How many such looks, others after each, raise no doubt; Infinity where none ever does. */
function bears(one: GuardedLook, between: readonly GuardedLook[] = [], guard = new BreakGuard()): number {
  for (let seen = 1; seen <= 500; seen += 1) {
    if (guard.see(one) !== null) return seen - 1;
    for (const other of between) guard.see(other);
  }
  return Infinity;
}

const failed = look("failed");
const refused = look("refused");
const empty = look("refused", { isEmpty: true });
const lost = look("poorer", { wasAnswered: true });
const read = look("unchanged", { wasAnswered: true });

const STREAKS: readonly (readonly [Doubt, GuardedLook, number])[] = [
  ["emptyPages", empty, 3],
  ["lostAnswers", lost, 3],
  ["failures", failed, 3],
  ["refusals", refused, 3],
  ["noQuestions", look("otherKind"), 50],
];

suite("a row of pages raises a doubt", () => {
  for (const [doubt, one, length] of STREAKS) {
    test(`of ${length} for ${doubt}`, () => {
      const guard = new BreakGuard();
      const said = Array.from({ length }, () => guard.see(one));
      assert.deepEqual(said, [...new Array<null>(length - 1).fill(null), doubt]);
    });

    test(`for ${doubt}, and a page that is read as it should be begins it anew`, () => {
      assert.equal(bears(one, [read]), Infinity);
    });

    test(`for ${doubt}, which is beyond doubt when it is three times as long`, () => {
      const guard = new BreakGuard();
      for (let seen = 1; seen < 3 * length; seen += 1) guard.see(one);
      assert.equal(guard.isBeyondDoubt(doubt), false);
      guard.see(one);
      assert.equal(guard.isBeyondDoubt(doubt), true);
    });

    test(`for ${doubt}, and after each time that it was settled twice as many are borne`, () => {
      const guard = new BreakGuard();
      const borne = [1, 2, 3].map(() => {
        const count = bears(one, [], guard) + 1;
        guard.reassure();
        return count;
      });
      assert.deepEqual(borne, [length, 2 * length, 4 * length]);
    });
  }

  test("of one kind: what shows that the site answers ends it", () => {
    assert.equal(bears(refused, [look("otherKind")]), 50, "until the other kinds themselves are too many");
    assert.equal(bears(failed, [look("absent")]), Infinity);
  });
});

suite("what says nothing of the site ends no row", () => {
  const cases: readonly (readonly [string, GuardedLook, GuardedLook, number])[] = [
    ["refusals: an id without a record", refused, look("absent"), 2],
    ["empty pages: one that did not come", empty, failed, 2],
    ["lost answers: an open question that is read", lost, look("unchanged"), 2],
    ["lost answers: a new question", lost, look("new"), 2],
    ["lost answers: an id without a record", lost, look("absent"), 2],
    ["other kinds: an id without a record", look("otherKind"), look("absent"), 49],
  ];
  for (const [what, one, between, borne] of cases) {
    test(what, () => assert.equal(bears(one, [between]), borne));
  }
});

suite("no sign of a broken site", () => {
  for (const found of ["new", "changed", "unchanged", "absent"] as const) {
    test(`is any number of pages that are ${found}`, () => assert.equal(bears(look(found)), Infinity));
  }

  test("are poorer pages of questions that had no answer yet", () => {
    assert.equal(bears(look("poorer")), Infinity);
  });
});
