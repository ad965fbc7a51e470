import assert from "node:assert/strict";
import { suite, test } from "node:test";
import { BreakGuard, type BreakReason, type GuardedLook } from "../../src/domain/break-guard.ts";
import { BROKEN_SIGNS } from "../../src/domain/page-sign.ts";

type Found = GuardedLook["found"];

const look = (found: Found, about: Partial<GuardedLook> = {}): GuardedLook => ({
  ...{ found, sign: null, isEmpty: false, isOldNews: false, wasAnswered: false },
  ...about,
});

/** What the guard says to each look in turn. */
function verdicts(...looks: readonly GuardedLook[]): (BreakReason | null)[] {
  const guard = new BreakGuard();
  return looks.map((one) => guard.see(one));
}

/** How many such looks, others after each, the guard bears; Infinity where it never says a word. */
function bears(one: GuardedLook, between: readonly GuardedLook[] = []): number {
  const guard = new BreakGuard();
  for (let seen = 1; seen <= 100; seen += 1) {
    if (guard.see(one) !== null) return seen - 1;
    for (const other of between) guard.see(other);
  }
  return Infinity;
}

const failed = look("failed");
const refused = look("refused");
const empty = look("refused", { isEmpty: true });
const lost = look("poorer", { wasAnswered: true });

suite("one page is enough", () => {
  for (const sign of BROKEN_SIGNS) {
    test(`where it shows ${sign}`, () => {
      assert.deepEqual(verdicts(look("unchanged"), look("failed", { sign })), [null, sign]);
    });
  }
});

suite("a streak is needed", () => {
  const streaks: readonly [BreakReason, GuardedLook, number][] = [
    ["emptyPages", empty, 3],
    ["lostAnswers", lost, 3],
    ["failures", failed, 5],
    ["refusals", refused, 8],
  ];
  for (const [reason, one, length] of streaks) {
    test(`of ${length} for ${reason}`, () => {
      const silent = new Array<null>(length - 1).fill(null);
      assert.deepEqual(verdicts(...new Array<GuardedLook>(length).fill(one)), [...silent, reason]);
    });

    test(`for ${reason}, and a page that is read as it should be begins it anew`, () => {
      const read = look("unchanged", { wasAnswered: true });
      assert.equal(bears(one, [read]), Infinity);
      const almost = new Array<GuardedLook>(length - 1).fill(one);
      assert.ok(verdicts(...almost, read, ...almost).every((verdict) => verdict === null));
    });
  }

  test("of pages of one kind, and what shows that the site answers ends it", () => {
    assert.equal(bears(refused, [look("otherKind")]), Infinity);
    assert.equal(bears(failed, [look("absent")]), Infinity);
  });
});

suite("what says nothing of the site ends no streak", () => {
  const cases: readonly [string, GuardedLook, GuardedLook, number][] = [
    ["refusals: an id without a record", refused, look("absent"), 7],
    ["refusals: a page that did not come", refused, failed, 7],
    ["empty pages: one that did not come", empty, failed, 2],
    ["lost answers: an open question that is read", lost, look("unchanged"), 2],
    ["lost answers: a new question", lost, look("new"), 2],
    ["lost answers: an id without a record", lost, look("absent"), 2],
  ];
  for (const [what, one, between, borne] of cases) {
    test(what, () => assert.equal(bears(one, [between]), borne));
  }
});

suite("what was bad before", () => {
  const old = { isOldNews: true };

  /** What is suspected after these looks. */
  function suspicionAfter(...looks: readonly GuardedLook[]): BreakReason | null {
    const guard = new BreakGuard();
    for (const one of looks) assert.equal(guard.see(one), null);
    return guard.suspicion;
  }

  const cases: readonly [BreakReason, GuardedLook][] = [
    ["failures", look("failed", old)],
    ["refusals", look("refused", old)],
    ["emptyPages", look("refused", { ...old, isEmpty: true })],
  ];
  for (const [reason, one] of cases) {
    test(`is no reason to stop, and raises a suspicion the third time in a row: ${reason}`, () => {
      assert.equal(bears(one), Infinity);
      assert.equal(suspicionAfter(one, one), null);
      assert.equal(suspicionAfter(one, one, one), reason);
    });
  }

  test("raises none where a page in between is read", () => {
    const [bad, read] = [look("refused", old), look("unchanged")];
    assert.equal(suspicionAfter(bad, bad, read, bad, bad), null);
    assert.equal(suspicionAfter(bad, bad, look("absent"), bad), "refusals");
  });

  test("raises none where it is a record of another kind", () => {
    assert.equal(suspicionAfter(...new Array<GuardedLook>(9).fill(look("otherKind", old))), null);
  });

  test("raises it anew once it was set aside", () => {
    const guard = new BreakGuard();
    const bad = look("refused", old);
    for (const one of [bad, bad, bad]) guard.see(one);
    guard.reassure();
    assert.equal(guard.suspicion, null);
    for (const one of [bad, bad, bad]) guard.see(one);
    assert.equal(guard.suspicion, "refusals");
  });

  test("does not hide a sign", () => {
    assert.deepEqual(verdicts(look("failed", { ...old, sign: "login" })), ["login"]);
  });
});

suite("no sign of a broken site", () => {
  for (const found of ["new", "changed", "unchanged", "otherKind", "absent"] as const) {
    test(`is any number of pages that are ${found}`, () => assert.equal(bears(look(found)), Infinity));
  }

  test("are poorer pages of questions that had no answer yet", () => {
    assert.equal(bears(look("poorer")), Infinity);
  });
});

test("refusals in a row are counted, and forgotten with the first page that is read", () => {
  const guard = new BreakGuard();
  const counts = [refused, look("absent"), refused, look("changed"), refused].map((one) => {
    guard.see(one);
    return guard.refusalsInARow;
  });
  assert.deepEqual(counts, [1, 1, 2, 0, 1]);
});
