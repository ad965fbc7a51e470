import assert from "node:assert/strict";
import { suite, test } from "node:test";
import { entryAfter, type LedgerEntry, type Look, type Validators } from "../../src/domain/page-ledger.ts";
import type { PageStatus, QuestionFacts } from "../../src/domain/page-status.ts";
import { day } from "../helpers/questions.ts";

const at = (date: string) => new Date(`${date}T12:00:00Z`);
const open: QuestionFacts = { state: "open", tabledOn: day("2014-02-04"), answeredOn: null };
const answered: QuestionFacts = { ...open, state: "answered", answeredOn: day("2014-02-24") };
const tag = (etag: string): Validators => ({ etag, lastModified: null });

/** The site is asked, and gives a page. */
function aLook(found: PageStatus, date: string, overrides: Partial<Look> = {}): Look {
  const isFault = found === "failed" || found === "refused";
  return {
    sourceNumber: 900_001,
    at: at(date),
    origin: "source",
    found,
    code: isFault ? "incomplete" : null,
    message: isFault ? "la page s’arrête avant la fin" : null,
    snapshotId: found === "failed" ? null : 1,
    validators: null,
    ...overrides,
  };
}

const aFile = (found: PageStatus, date: string, overrides: Partial<Look> = {}) =>
  aLook(found, date, { origin: "file", ...overrides });

/** The entry after a look at an id below the highest known question. */
const entryOf = (known: LedgerEntry | null, look: Look, question: QuestionFacts | null) =>
  entryAfter(known, look, { question, highestQuestion: 900_500 });

/** The entry that looks leave, one after the other, each with the question stored by then. */
function after(...looks: readonly (readonly [Look, QuestionFacts | null])[]): LedgerEntry {
  const entry = looks.reduce<LedgerEntry | null>(
    (known, [look, question]) => entryOf(known, look, question),
    null,
  );
  assert.ok(entry !== null);
  return entry;
}

const daysUntilDue = ({ dueAt }: LedgerEntry, date: string) =>
  dueAt === null ? null : (dueAt.getTime() - at(date).getTime()) / 86_400_000;

suite("a first look", () => {
  test("makes an entry", () => {
    const entry = after([aLook("question", "2014-02-10", { snapshotId: 7, validators: tag("a") }), open]);
    assert.deepEqual(entry, {
      sourceNumber: 900_001,
      status: "question",
      code: null,
      message: null,
      firstLookedAt: at("2014-02-10"),
      lastLookedAt: at("2014-02-10"),
      looks: 1,
      snapshotId: 7,
      validators: tag("a"),
      tier: "openYoung",
      dueAt: at("2014-02-10"),
    });
  });

  const cases = [
    ["question", "question", "openYoung"],
    ["otherKind", "otherKind", null],
    ["absent", "absent", "absent"],
    ["refused", "refused", "unread"],
    ["failed", "failed", "unread"],
  ] as const;
  for (const [found, status, tier] of cases) {
    test(`that finds ${found} makes the id ${status}`, () => {
      const entry = after([aLook(found, "2014-02-10"), found === "question" ? open : null]);
      assert.deepEqual([entry.status, entry.tier], [status, tier]);
    });
  }
});

suite("what an id is known to be", () => {
  const known = {
    question: [aLook("question", "2014-02-10"), open],
    otherKind: [aLook("otherKind", "2014-02-10"), null],
    absent: [aLook("absent", "2014-02-10"), null],
    refused: [aLook("refused", "2014-02-10"), null],
    failed: [aLook("failed", "2014-02-10"), null],
  } as const;
  const cases: readonly [known: keyof typeof known, found: PageStatus, status: PageStatus][] = [
    ["question", "failed", "question"],
    ["question", "refused", "question"],
    ["question", "absent", "absent"],
    ["question", "otherKind", "question"],
    ["otherKind", "failed", "otherKind"],
    ["otherKind", "refused", "otherKind"],
    ["otherKind", "question", "question"],
    ["absent", "failed", "absent"],
    ["absent", "refused", "refused"],
    ["absent", "question", "question"],
    ["refused", "failed", "refused"],
    ["refused", "absent", "absent"],
    ["refused", "question", "question"],
    ["failed", "failed", "failed"],
    ["failed", "refused", "refused"],
    ["failed", "absent", "absent"],
  ];
  for (const [was, found, status] of cases) {
    test(`after ${was} and a look that finds ${found} is ${status}`, () => {
      const [look, question] = known[was];
      const stored = found === "question" ? open : question;
      const entry = after([look, question], [aLook(found, "2014-02-11"), stored]);
      assert.equal(entry.status, status);
      assert.equal(entry.code, found === "failed" || found === "refused" ? "incomplete" : null);
      assert.deepEqual(
        [entry.looks, entry.firstLookedAt, entry.lastLookedAt],
        [2, at("2014-02-10"), at("2014-02-11")],
      );
    });
  }

  test("is not forgotten over any number of failures, nor put off by more than a day", () => {
    let entry = after([aLook("question", "2014-06-10"), answered]);
    for (let i = 11; i < 30; i += 1) {
      const date = `2014-06-${i}`;
      entry = entryOf(entry, aLook(i % 2 === 0 ? "failed" : "refused", date), answered);
      assert.deepEqual([entry.status, entry.tier, daysUntilDue(entry, date)], ["question", "settled", 1]);
    }
    assert.equal(entry.looks, 20);
  });

  test("comes with the reason of the last look, which goes with the next good one", () => {
    const failed = aLook("failed", "2014-02-11", { code: "timed_out", message: "pas de réponse" });
    const known = after([aLook("question", "2014-02-10"), open], [failed, open]);
    assert.deepEqual([known.code, known.message], ["timed_out", "pas de réponse"]);
    const { code, message } = entryOf(known, aLook("question", "2014-02-12"), open);
    assert.deepEqual([code, message], [null, null]);
  });
});

suite("an id that vanished", () => {
  const vanished = after([aLook("question", "2014-02-10"), open], [aLook("absent", "2014-02-11"), open]);

  test("is looked at every week, for years", () => {
    assert.deepEqual(
      [vanished.status, vanished.tier, daysUntilDue(vanished, "2014-02-11")],
      ["absent", "vanished", 7],
    );
    const later = entryOf(vanished, aLook("absent", "2019-02-11"), open);
    assert.deepEqual([later.tier, daysUntilDue(later, "2019-02-11")], ["vanished", 7]);
  });

  test("is looked at as its question is, once it reappears", () => {
    const back = entryOf(vanished, aLook("question", "2014-02-18"), open);
    assert.deepEqual([back.status, back.tier, back.dueAt], ["question", "openYoung", at("2014-02-18")]);
  });

  test("is not taken for one that was never filled when its page fails or cannot be read", () => {
    for (const found of ["failed", "refused"] as const) {
      const entry = entryOf(vanished, aLook(found, "2019-02-18"), open);
      assert.deepEqual(
        [entry.status, entry.tier, daysUntilDue(entry, "2019-02-18")],
        ["absent", "vanished", 1],
      );
    }
  });

  test("does not come back by a file: it tells what the site showed once", () => {
    const entry = entryOf(vanished, aFile("question", "2014-02-12"), open);
    assert.deepEqual([entry.status, entry.tier, entry.dueAt], ["absent", "vanished", vanished.dueAt]);
  });
});

suite("an id that shows nothing", () => {
  test("is given up after 45 days, and taken up again when it is filled", () => {
    const gone = after([aLook("absent", "2014-02-10"), null], [aLook("absent", "2014-03-27"), null]);
    assert.deepEqual([gone.status, gone.tier, gone.dueAt], ["absent", null, null]);
    const filled = entryOf(gone, aLook("question", "2014-04-01"), open);
    assert.deepEqual([filled.status, filled.tier], ["question", "openYoung"]);
  });

  test("is looked at again soon when something came of it that could not be read", () => {
    const entry = after([aLook("absent", "2014-02-10"), null], [aLook("refused", "2014-02-11"), null]);
    assert.deepEqual([entry.status, entry.tier, entry.dueAt], ["refused", "unread", at("2014-02-11")]);
  });
});

suite("an id above the highest known question", () => {
  const beyond = { question: null, highestQuestion: 900_000 };
  const passed = { question: null, highestQuestion: 900_002 };

  test("that shows nothing is not due by itself: each round walks over it", () => {
    const entry = entryAfter(null, aLook("absent", "2014-02-10"), beyond);
    assert.deepEqual([entry.status, entry.tier, entry.dueAt], ["absent", "beyond", null]);
    const first = entryAfter(null, aLook("absent", "2014-02-10"), { question: null, highestQuestion: null });
    assert.equal(first.tier, "beyond", "also while no question is known at all");
  });

  test("is looked at for 45 days from when a higher one is known, however long it showed nothing", () => {
    const recess = entryAfter(null, aLook("absent", "2014-06-10"), beyond);
    const still = entryAfter(recess, aLook("absent", "2014-09-10"), beyond);
    const within = entryAfter(still, aLook("absent", "2014-09-12"), passed);
    assert.deepEqual(
      [within.tier, within.firstLookedAt, within.looks, daysUntilDue(within, "2014-09-12")],
      ["absent", at("2014-09-12"), 3, 1],
    );
    assert.equal(entryAfter(within, aLook("absent", "2014-10-26"), passed).tier, "absent");
    assert.equal(entryAfter(within, aLook("absent", "2014-10-27"), passed).tier, null);
  });
});

suite("a file", () => {
  test("makes an entry without a look", () => {
    const entry = after([aFile("question", "2014-02-10", { snapshotId: 3 }), open]);
    assert.deepEqual(
      [
        entry.status,
        entry.firstLookedAt,
        entry.lastLookedAt,
        entry.looks,
        entry.snapshotId,
        entry.validators,
      ],
      ["question", null, null, 0, 3, null],
    );
    assert.deepEqual([entry.tier, entry.dueAt], ["openYoung", at("2014-02-10")]);
  });

  test("leaves the first look to be the first", () => {
    const entry = after([aFile("refused", "2013-01-01"), null], [aLook("refused", "2014-02-10"), null]);
    assert.deepEqual(
      [entry.firstLookedAt, entry.lastLookedAt, entry.looks, entry.tier],
      [at("2014-02-10"), at("2014-02-10"), 1, "unread"],
    );
  });

  test("that cannot be read is a reason to ask the site soon", () => {
    const entry = after([aFile("refused", "2014-02-10"), null]);
    assert.deepEqual([entry.status, entry.tier, entry.dueAt], ["refused", "unread", at("2014-02-10")]);
  });

  test("puts no look at the site off", () => {
    const looked = after([aLook("question", "2014-04-10"), open]);
    assert.equal(daysUntilDue(looked, "2014-04-10"), 7);
    const entry = entryOf(looked, aFile("question", "2014-04-16"), open);
    assert.deepEqual([entry.dueAt, entry.looks, entry.lastLookedAt], [looked.dueAt, 1, at("2014-04-10")]);
  });

  test("of another kind of record ends the looks", () => {
    const entry = after([aLook("failed", "2014-02-10"), null], [aFile("otherKind", "2014-02-11"), null]);
    assert.deepEqual([entry.status, entry.tier, entry.dueAt], ["otherKind", null, null]);
  });

  test("tells what an id is that no page ever came of", () => {
    const entry = after([aLook("failed", "2014-02-10"), null], [aFile("question", "2014-02-11"), open]);
    assert.deepEqual([entry.status, entry.tier, entry.looks], ["question", "openYoung", 1]);
  });
});

suite("the last page that came", () => {
  const page = { snapshotId: 7, validators: tag("a") };
  const known = after([aLook("question", "2014-02-10", page), open]);
  const pageOf = ({ snapshotId, validators }: LedgerEntry) => ({ snapshotId, validators });

  test("stays known over a look that fails, with what the site gave with it", () => {
    const timedOut = entryOf(known, aLook("failed", "2014-02-11"), open);
    assert.deepEqual(pageOf(timedOut), page);
    const challenge = { snapshotId: 8, validators: tag("robot") };
    assert.deepEqual(pageOf(entryOf(known, aLook("failed", "2014-02-11", challenge), open)), page);
  });

  test("is a refused one too, or one that gives nothing to come back with", () => {
    const cut = { snapshotId: 8, validators: tag("b") };
    assert.deepEqual(pageOf(entryOf(known, aLook("refused", "2014-02-11", cut), open)), cut);
    const plain = { snapshotId: 8, validators: null };
    assert.deepEqual(pageOf(entryOf(known, aLook("question", "2014-02-11", plain), open)), plain);
  });

  test("is not asked for by its tag once the id shows nothing", () => {
    const gone = entryOf(known, aLook("absent", "2014-02-11", { snapshotId: null }), open);
    assert.deepEqual(pageOf(gone), { snapshotId: 7, validators: null });
  });

  test("is none of a file's while the site may be asked by its tag", () => {
    assert.deepEqual(pageOf(entryOf(known, aFile("question", "2014-02-11", { snapshotId: 9 }), open)), page);
  });
});

test("looks told of in another order than they were made do not turn the time back", () => {
  const entry = after([aLook("question", "2014-04-20"), open], [aLook("question", "2014-04-10"), open]);
  assert.deepEqual([entry.lastLookedAt, entry.looks], [at("2014-04-20"), 2]);
  assert.equal(daysUntilDue(entry, "2014-04-20"), 7);
});
