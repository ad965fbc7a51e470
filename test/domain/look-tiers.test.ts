import assert from "node:assert/strict";
import { suite, test } from "node:test";
import fc from "fast-check";
import type { QuestionState } from "../../src/domain/answer-times.ts";
import { nextLook, TIER_RULES } from "../../src/domain/look-tiers.ts";
import type { PageStatus, QuestionFacts } from "../../src/domain/page-status.ts";
import { day } from "../helpers/questions.ts";

const DAY_MS = 86_400_000;
const CYCLE_DAYS = 91;
const noon = (date: string) => new Date(`${date}T12:00:00Z`);

/** A question tabled on 4 February 2014. */
const tabled = (state: QuestionState, answeredOn: string | null = null): QuestionFacts => ({
  state,
  tabledOn: day("2014-02-04"),
  answeredOn: answeredOn === null ? null : day(answeredOn),
});
const answered = tabled("answered", "2014-02-24");

type Page = Parameters<typeof nextLook>[0];

const isWell = (found: PageStatus) => found !== "failed" && found !== "refused";

/** A first look, on 1 March 2014, at an id that shows what was found. */
function page(found: PageStatus, overrides: Partial<Page> = {}): Page {
  const at = overrides.at ?? noon("2014-03-01");
  return {
    sourceNumber: 900_001,
    at,
    status: found,
    isWell: isWell(found),
    idsBelowNewest: 10,
    question: null,
    looks: 1,
    firstLookedAt: at,
    ...overrides,
  };
}

/** NaN where a page is not due by itself. */
const daysBetween = (from: Date, to: Date | null) =>
  to === null ? NaN : (to.getTime() - from.getTime()) / DAY_MS;

/** The tier of a page, and the days until it is looked at again. */
function outcomeOf(looked: Page): readonly [tier: string, days: number] | null {
  const next = nextLook(looked);
  return next && [next.tier, daysBetween(looked.at, next.dueAt)];
}

suite("the tier of a question", () => {
  const cases: readonly [rule: string, question: QuestionFacts, at: string, tier: string, days: number][] = [
    ["open on the day it was tabled", tabled("open"), "2014-02-04", "openYoung", 0],
    ["open for 59 days", tabled("open"), "2014-04-04", "openYoung", 0],
    ["open for 60 days", tabled("open"), "2014-04-05", "openAging", 7],
    ["open for 364 days", tabled("open"), "2015-02-03", "openAging", 7],
    ["open for 365 days", tabled("open"), "2015-02-04", "openOld", 30],
    ["open for ten years", tabled("open"), "2024-02-04", "openOld", 30],
    ["open, of a day to come", tabled("open"), "2014-02-01", "openYoung", 0],
    ["with a holding answer, for 59 days", tabled("holding"), "2014-04-04", "openYoung", 0],
    ["with a holding answer, for 60 days", tabled("holding"), "2014-04-05", "openAging", 7],
    ["with a holding answer, for 365 days", tabled("holding"), "2015-02-04", "openOld", 30],
    ["answered that day", answered, "2014-02-24", "answeredRecently", 7],
    ["answered 29 days ago", answered, "2014-03-25", "answeredRecently", 7],
    ["answered late, 29 days ago", tabled("answered", "2015-06-01"), "2015-06-30", "answeredRecently", 7],
    ["answered before it was tabled", tabled("answered", "2013-02-24"), "2014-02-10", "settled", NaN],
    ["answered 30 days ago", answered, "2014-03-26", "settled", NaN],
    ["converted, 29 days after it was tabled", tabled("converted"), "2014-03-05", "answeredRecently", 7],
    ["converted, 30 days after it was tabled", tabled("converted"), "2014-03-06", "settled", NaN],
    ["converted, for years", tabled("converted"), "2020-03-06", "settled", NaN],
  ];
  for (const [rule, question, at, tier, days] of cases) {
    test(`${rule} is ${tier}`, () => {
      const [is, ahead] = outcomeOf(page("question", { question, at: noon(at) })) ?? [];
      assert.equal(is, tier);
      if (tier === "settled") assert.ok(ahead !== undefined && ahead >= 1 && ahead <= CYCLE_DAYS);
      else assert.equal(ahead, days);
    });
  }

  test("is the same however often and how long its page was looked at", () => {
    const looked = { question: answered, at: noon("2014-03-01") };
    const first = outcomeOf(page("question", looked));
    const later = outcomeOf(page("question", { ...looked, looks: 99, firstLookedAt: noon("2010-01-01") }));
    assert.deepEqual(later, first);
  });
});

suite("days are those of Brussels", () => {
  const cases: readonly [at: string, tabledOn: string, tier: string][] = [
    // 60 days after 15 January 2025 is 16 March, which begins at 23:00 UTC.
    ["2025-03-15T22:59:59.999Z", "2025-01-15", "openYoung"],
    ["2025-03-15T23:00:00.000Z", "2025-01-15", "openAging"],
    // 60 days over the 23 hours of 30 March: 10 April, which begins at 22:00 UTC.
    ["2025-04-09T21:59:59.999Z", "2025-02-09", "openYoung"],
    ["2025-04-09T22:00:00.000Z", "2025-02-09", "openAging"],
    // 60 days over the 25 hours of 26 October: 1 November, which begins at 23:00 UTC.
    ["2025-10-31T22:59:59.999Z", "2025-09-02", "openYoung"],
    ["2025-10-31T23:00:00.000Z", "2025-09-02", "openAging"],
    // A leap day counts.
    ["2024-04-09T21:59:59.999Z", "2024-02-10", "openYoung"],
    ["2024-04-09T22:00:00.000Z", "2024-02-10", "openAging"],
  ];
  for (const [at, tabledOn, tier] of cases) {
    test(`of ${tabledOn}, at ${at}: ${tier}`, () => {
      const question = { ...tabled("open"), tabledOn: day(tabledOn) };
      assert.equal(nextLook(page("question", { question, at: new Date(at) }))?.tier, tier);
    });
  }

  test("also for an id first looked at just before or after midnight", () => {
    const at = noon("2025-02-15");
    const tierSince = (instant: string) =>
      nextLook(page("absent", { at, firstLookedAt: new Date(instant) }))?.tier ?? null;
    assert.equal(tierSince("2025-01-01T22:59:59.999Z"), null);
    assert.equal(tierSince("2025-01-01T23:00:00.000Z"), "absent");
  });
});

suite("an id that shows nothing", () => {
  const first = noon("2014-03-01");
  const looked = (at: string, overrides: Partial<Page> = {}) =>
    outcomeOf(page("absent", { at: noon(at), firstLookedAt: first, looks: 9, ...overrides }));

  test("is looked at every day for 45 days, then given up", () => {
    assert.deepEqual(looked("2014-03-01"), ["absent", 1]);
    assert.deepEqual(looked("2014-04-14"), ["absent", 1]);
    assert.equal(looked("2014-04-15"), null);
  });

  test("is looked at every fifteen days where it lies far below the newest, as long as another", () => {
    const idsBelowNewest = 2_001;
    assert.deepEqual(looked("2014-03-01", { idsBelowNewest: 2_000 }), ["absent", 1]);
    assert.deepEqual(looked("2014-03-01", { idsBelowNewest }), ["absentLong", 15]);
    assert.equal(looked("2014-04-15", { idsBelowNewest }), null);
  });

  test("is looked at every week for ever where a question vanished", () => {
    for (const at of ["2014-03-01", "2014-04-15", "2024-01-01"]) {
      assert.deepEqual(looked(at, { question: answered }), ["vanished", 7], at);
    }
  });

  test("is looked at as before after a look that fails", () => {
    assert.deepEqual(looked("2014-03-09", { isWell: false }), ["absent", 1]);
    assert.equal(looked("2014-04-15", { isWell: false }), null);
  });
});

suite("a page that did not come, or could not be read", () => {
  const first = noon("2014-03-01");
  for (const found of ["failed", "refused"] as const) {
    test(`is looked at in every round at first, then every day, when it is ${found}`, () => {
      const days = [1, 2, 3, 4, 5, 50].map((looks) => outcomeOf(page(found, { looks }))?.[1]);
      assert.deepEqual(days, [0, 0, 0, 1, 1, 1]);
    });

    test(`is looked at every month from the 45th day on, whatever its looks, when it is ${found}`, () => {
      const looked = (at: string, looks: number) =>
        outcomeOf(page(found, { at: noon(at), firstLookedAt: first, looks }));
      assert.deepEqual(looked("2014-04-14", 40), ["unread", 1]);
      assert.deepEqual(looked("2014-04-15", 40), ["unreadLong", 30]);
      assert.deepEqual(looked("2014-04-15", 2), ["unreadLong", 30]);
      assert.deepEqual(looked("2024-04-15", 99), ["unreadLong", 30]);
    });
  }

  test("is never put off by more than a day where a question is known, whatever its tier", () => {
    const questions = ["2014-02-24", "2014-06-01", "2023-01-01"].map((date) => tabled("answered", date));
    const instant = fc.date({ min: noon("2014-02-04"), max: noon("2030-01-01"), noInvalidDate: true });
    const status = fc.constantFrom<PageStatus>("question", "absent", "refused", "failed");
    const question = fc.constantFrom(...questions, tabled("open"), tabled("holding"), tabled("converted"));
    const found = fc.constantFrom<PageStatus>("failed", "refused");
    fc.assert(
      fc.property(instant, status, question, found, fc.nat(50), (at, status, question, found, looks) => {
        const firstLookedAt = noon("2014-02-10");
        const failed = outcomeOf(page(found, { at, status, question, looks, firstLookedAt }));
        assert.ok(failed !== null && failed[1] <= 1);
        if (status !== "question") return;
        const whole = outcomeOf(page("question", { at, status, question, looks, firstLookedAt }));
        assert.ok(whole !== null && failed[0] === whole[0], "the tier is that of the question");
        assert.ok(failed[1] <= Math.max(1, whole[1]));
      }),
    );
  });

  test("goes on being looked at in every round where its question is young and open", () => {
    const looked = { status: "question", question: tabled("open"), looks: 50 } as const;
    assert.deepEqual(outcomeOf(page("failed", looked)), ["openYoung", 0]);
  });
});

suite("a record of another kind", () => {
  for (const found of ["otherKind", "failed", "refused"] as const) {
    test(`is never looked at again, after a look that found it ${found}`, () => {
      assert.equal(nextLook(page(found, { status: "otherKind" })), null);
      assert.equal(nextLook(page(found, { status: "otherKind", question: answered })), null);
    });
  }
});

suite("settled pages", () => {
  const settled = (sourceNumber: number, at: Date) =>
    nextLook(page("question", { sourceNumber, at, question: answered }))!.dueAt!;
  const sourceNumber = fc.integer({ min: 1, max: 999_999_999 });
  const at = fc.date({ min: noon("2014-06-01"), max: noon("2060-01-01"), noInvalidDate: true });

  test("are looked at again one to 91 days after any look, at the same time of the day", () => {
    fc.assert(
      fc.property(sourceNumber, at, (number, at) => {
        const days = (settled(number, at).getTime() - at.getTime()) / DAY_MS;
        assert.ok(Number.isInteger(days) && days >= 1 && days <= CYCLE_DAYS, `${days}`);
      }),
    );
  });

  test("are looked at once in each cycle after the first, also where rounds come late", () => {
    const delays = fc.array(fc.integer({ min: 0, max: (CYCLE_DAYS - 1) * DAY_MS }), {
      minLength: 1,
      maxLength: 20,
    });
    fc.assert(
      fc.property(sourceNumber, at, delays, (number, at, delays) => {
        const first = settled(number, at);
        let due = first;
        for (const delay of delays) {
          const midnight = Math.floor(due.getTime() / DAY_MS) * DAY_MS;
          const looked = new Date(Math.max(due.getTime(), midnight + delay));
          const next = settled(number, looked);
          assert.equal(dayOf(next) - dayOf(due), CYCLE_DAYS);
          due = next;
        }
        assert.equal((dayOf(due) - dayOf(first)) / CYCLE_DAYS, delays.length);
      }),
    );
  });

  test("read in one go use all days of the cycle evenly", () => {
    const begun = noon("2026-01-01").getTime();
    const counts = new Map<number, number>();
    // A backfill: one page every second, so that it goes on over two midnights.
    for (let i = 0; i < CYCLE_DAYS * 2000; i += 1) {
      const due = dayOf(settled(1 + i, new Date(begun + i * 1000)));
      counts.set(due, (counts.get(due) ?? 0) + 1);
    }
    const dense = [...counts.values()].filter((count) => count > 1000);
    assert.equal(dense.length, CYCLE_DAYS);
    assert.ok(
      [...counts.values()].every((count) => count <= 2001),
      "no day has more than its share",
    );
  });
});

suite("the table of tiers", () => {
  test("names each tier once, from the liveliest on", () => {
    const tiers = TIER_RULES.map(({ tier }) => tier);
    assert.deepEqual(tiers, [...new Set(tiers)]);
    assert.deepEqual(tiers.slice(0, 3), ["openYoung", "openAging", "openOld"]);
  });

  test("holds every tier that a look can lead to", () => {
    const tiers = new Set<string>(TIER_RULES.map(({ tier }) => tier));
    const statuses: PageStatus[] = ["question", "absent", "refused", "failed", "otherKind"];
    const reached = statuses.flatMap((status) =>
      [null, answered, tabled("open")].flatMap((question) =>
        ["2014-02-25", "2014-05-01", "2016-01-01"].map(
          (at) => nextLook(page(status, { question, at: noon(at), firstLookedAt: noon("2014-02-25") }))?.tier,
        ),
      ),
    );
    const far = [-1, 2_001].map((idsBelowNewest) => nextLook(page("absent", { idsBelowNewest }))?.tier);
    const found = new Set([...reached, ...far].filter((tier) => tier !== undefined));
    assert.deepEqual([...found].sort(), [...tiers].sort());
  });
});

const dayOf = (instant: Date) => Math.floor(instant.getTime() / DAY_MS);
