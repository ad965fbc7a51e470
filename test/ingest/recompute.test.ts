import assert from "node:assert/strict";
import { suite } from "node:test";
import { sql } from "drizzle-orm";
import type { AnswerRule } from "../../src/domain/deadline/answer-rule.ts";
import type { PersonMerge, PersonSplit } from "../../src/domain/person-corrections.ts";
import { recompute, recomputeIfNeeded } from "../../src/ingest/recompute.ts";
import type { Database } from "../../src/store/database.ts";
import { createDerivationStore } from "../../src/store/derivation-store.ts";
import { createIngestRuns } from "../../src/store/ingest-runs.ts";
import { createPageStore } from "../../src/store/page-store.ts";
import { createPgliteLocks } from "../../src/store/pglite-lock.ts";
import { createReferenceData, type ReferenceTexts } from "../../src/store/reference/reference-data.ts";
import { dumpOf, wordsOf } from "../helpers/dump.ts";
import { NOW, PARLIAMENT, testOnEach } from "../helpers/page-stores.ts";
import { aHoldingAnswer, anAnswer, aPromise, aQuestion, day } from "../helpers/questions.ts";
import { randomQuestions } from "../helpers/random-questions.ts";
import { aPageOf } from "../helpers/taken-pages.ts";

const LATER = new Date("2014-06-01T10:00:00Z");

const rule: AnswerRule = {
  id: "ten-days",
  label: "10 jours",
  periodDays: 10,
  countedIn: "calendarDays",
  dayZero: "tabledOn",
  closedOn: [],
  inForceFrom: day("1980-01-01"),
  inForceTo: null,
  citation: "Règle inventée.",
  verified: false,
};
const merge: PersonMerge = { from: "vermeil-odile", into: "vermeil-odette", reason: "Prénom mal imprimé." };
const split: PersonSplit = {
  name: "vermeil-odette",
  slug: "vermeil-odette-2",
  role: "author",
  from: day("2014-02-05"),
  to: null,
  reason: "Deux personnes du même nom.",
};

const nothing: ReferenceTexts = {
  rules: [rule],
  recesses: [],
  partyLists: [],
  corrections: { merges: [], splits: [] },
};
const withReference = (texts: Partial<ReferenceTexts>) => createReferenceData({ ...nothing, ...texts });

const question = (n: number, overrides: Parameters<typeof aQuestion>[0] = {}) =>
  aQuestion({ sourceId: `${900_000 + n}`, officialNumber: n, ...overrides });

/** Stores questions as pages bring them, one page after the other. */
const store = (db: Database, questions: readonly ReturnType<typeof aQuestion>[], texts = {}) =>
  createPageStore(db, {
    parliament: PARLIAMENT,
    now: () => NOW,
    reference: withReference(texts),
  }).savePages(questions.map((one) => aPageOf(one)));

function partsOf(db: Database, texts: Partial<ReferenceTexts>, batchSize = 2, lock = createPgliteLocks()) {
  const options = { parliament: PARLIAMENT, now: () => LATER };
  return {
    ...options,
    lock,
    derivations: createDerivationStore(db, { ...options, reference: withReference(texts), batchSize }),
    runs: createIngestRuns(db, options),
  };
}

/** What readers see, save for when it changed and by what it was derived. */
async function seenIn(db: Database): Promise<Awaited<ReturnType<typeof wordsOf>>> {
  const { ingest_runs: _runs, derivation_states: _states, questions = [], ...rest } = await wordsOf(db);
  return { ...rest, questions: questions.map(({ modifiedAt: _at, ...row }) => row) };
}

suite("a rule that changed", () => {
  const twenty = { rules: [{ ...rule, id: "twenty-days", periodDays: 20 }] };

  testOnEach("moves the due days of all questions, and is recorded with the rule", async ({ db }) => {
    await store(db, [question(1), question(2, { tabledOn: day("2014-02-10") }), question(3)]);
    const report = await recompute(partsOf(db, twenty));
    assert.deepEqual(report, {
      finished: true,
      ...{ seen: 3, changed: 3, unchanged: 0 },
      fields: { answerDueOn: 3, answerRuleId: 3 },
    });
    const dump = await dumpOf(db);
    assert.deepEqual(
      dump["questions"]?.map(({ answerDueOn, answerRuleId, modifiedAt }) => [
        answerDueOn,
        answerRuleId,
        modifiedAt,
      ]),
      [
        ["2014-02-24", "twenty-days", LATER],
        ["2014-03-02", "twenty-days", LATER],
        ["2014-02-24", "twenty-days", LATER],
      ],
    );
    const [run] = dump["ingest_runs"]!;
    assert.deepEqual(
      [run?.["kind"], run?.["outcome"], run?.["seen"], run?.["changed"]],
      ["recompute", "finished", 3, 3],
    );
    assert.deepEqual(run?.["recomputation"], {
      fingerprint: withReference(twenty).fingerprint,
      answerRules: [{ id: "twenty-days", verified: false }],
      changed: { answerDueOn: 3, answerRuleId: 3 },
    });
  });

  testOnEach("is applied once: the next start finds everything current", async ({ db }) => {
    await store(db, [question(1)]);
    assert.equal((await recomputeIfNeeded(partsOf(db, twenty)))?.changed, 1);
    assert.equal(await recomputeIfNeeded(partsOf(db, twenty)), null);
    assert.equal((await recomputeIfNeeded(partsOf(db, {})))?.changed, 1);
  });

  testOnEach("needs nothing where no question was stored before it", async ({ db }) => {
    const parts = partsOf(db, twenty);
    await parts.derivations.noteIfEmpty();
    assert.equal(await recomputeIfNeeded(parts), null);
    await store(db, [question(1)], twenty);
    await partsOf(db, {}).derivations.noteIfEmpty();
    assert.equal(
      await recomputeIfNeeded(parts),
      null,
      "a note for an empty database says nothing of a full one",
    );
  });

  testOnEach("is not taken for applied where the recomputation was stopped", async ({ db }) => {
    await store(db, [question(1), question(2), question(3)]);
    const stopping = new AbortController();
    const options = { signal: stopping.signal, onProgress: () => stopping.abort() };
    const report = await recompute(partsOf(db, twenty), options);
    assert.deepEqual([report.finished, report.seen], [false, 2]);
    assert.equal((await recomputeIfNeeded(partsOf(db, twenty)))?.changed, 1);
  });

  testOnEach("is applied again where a process that knows only the old one wrote since", async ({ db }) => {
    await store(db, [question(1)]);
    await recompute(partsOf(db, twenty));
    await store(db, [question(2)]);
    assert.equal((await recomputeIfNeeded(partsOf(db, twenty)))?.changed, 1);
    assert.equal(await recomputeIfNeeded(partsOf(db, twenty)), null);
  });

  testOnEach("is not taken for applied where such a process wrote while it was", async ({ db }) => {
    await store(db, [question(1), question(2), question(3)]);
    const parts = partsOf(db, twenty);
    const { deriveNext } = parts.derivations;
    let isFirst = true;
    const derivations = {
      ...parts.derivations,
      async deriveNext(after: number) {
        const batch = await deriveNext(after);
        if (isFirst) await store(db, [question(1, { title: "les passerelles" })]);
        isFirst = false;
        return batch;
      },
    };
    assert.equal((await recompute({ ...parts, derivations })).finished, false);
    assert.equal((await recomputeIfNeeded(parts))?.changed, 1);
  });

  testOnEach("is applied by one of two processes that start together", async ({ db }) => {
    await store(db, [question(1), question(2), question(3)]);
    const parts = partsOf(db, twenty);
    const reports = await Promise.all([recomputeIfNeeded(parts), recomputeIfNeeded(parts)]);
    // Either may come first.
    assert.deepEqual(reports.map((report) => report?.changed ?? null).sort(), [3, null]);
  });

  testOnEach("waits for its turn no longer than it is wanted", async ({ db }) => {
    await store(db, [question(1)]);
    const parts = partsOf(db, twenty);
    const held = await parts.lock(`vigie:${PARLIAMENT}:recompute`, 0);
    const stopping = new AbortController();
    const waiting = recompute(parts, { signal: stopping.signal });
    stopping.abort();
    assert.deepEqual([(await waiting).finished, (await waiting).seen], [false, 0]);
    await held?.release();
    assert.equal((await recompute(parts)).finished, true);
  });

  testOnEach("closes the recomputation before it that was killed", async ({ db }) => {
    const parts = partsOf(db, twenty);
    await parts.runs.start("recompute");
    await recompute(parts);
    assert.deepEqual(
      (await dumpOf(db))["ingest_runs"]?.map(({ outcome }) => outcome),
      ["interrupted", "finished"],
    );
  });
});

suite("people", () => {
  const odile = question(2, { askedBy: "VERMEIL Odile", tabledOn: day("2014-02-06") });

  testOnEach("two names that were merged are one person, and two again without the merge", async ({ db }) => {
    await store(db, [question(1), odile]);
    const apart = await seenIn(db);
    const report = await recompute(partsOf(db, { corrections: { merges: [merge], splits: [] } }));
    assert.deepEqual(report.fields, { askedBy: 1 });
    const { persons, person_names: names, questions } = await seenIn(db);
    assert.deepEqual(
      persons?.map(({ slug }) => slug),
      ["lambrecht-aurore", "vermeil-odette"],
    );
    assert.deepEqual(
      names?.filter(({ personId }) => personId === "vermeil-odette").map(({ name }) => name),
      ["VERMEIL Odette", "VERMEIL Odile"],
    );
    assert.deepEqual(
      questions?.map(({ askedById, askedByName }) => [askedById, askedByName]),
      [
        ["vermeil-odette", "VERMEIL Odette"],
        ["vermeil-odette", "VERMEIL Odile"],
      ],
      "the page keeps its spelling",
    );
    await recompute(partsOf(db, {}));
    assert.deepEqual(await seenIn(db), apart);
  });

  testOnEach(
    "a merge shows the name it is merged into, and undone gives each its own again",
    async ({ db }) => {
      const misprint = question(2, { askedBy: "VERMEÏL Odétté Marià", tabledOn: day("2014-02-06") });
      await store(db, [question(1), misprint]);
      const apart = await seenIn(db);
      const from = "vermeil-odette-maria";
      await recompute(partsOf(db, { corrections: { merges: [{ ...merge, from }], splits: [] } }));
      const { persons } = await seenIn(db);
      assert.deepEqual(
        persons?.map(({ name }) => name),
        ["LAMBRECHT Aurore", "VERMEIL Odette"],
      );
      await recompute(partsOf(db, {}));
      assert.deepEqual(await seenIn(db), apart);
    },
  );

  testOnEach(
    "a merge that was stopped and taken up again leaves what one in a row leaves",
    async ({ db, another }) => {
      const questions = [question(1), odile, question(3), question(4, { askedBy: "VERMEIL Odile" })];
      const merged = { corrections: { merges: [merge], splits: [] } };
      await store(db, questions);
      const stopping = new AbortController();
      await recompute(partsOf(db, merged), { signal: stopping.signal, onProgress: () => stopping.abort() });
      await recompute(partsOf(db, merged));
      const whole = await another();
      await store(whole.db, questions);
      await recompute(partsOf(whole.db, merged));
      assert.deepEqual(await seenIn(db), await seenIn(whole.db));
    },
  );

  testOnEach("two homonyms that were split are told apart by role and day", async ({ db }) => {
    const signed = question(3, {
      tabledOn: day("2014-02-07"),
      addressedTo: { name: "VERMEIL Odette", office: "Ministre des Écluses" },
      askedBy: "LAMBRECHT Aurore",
      answers: [anAnswer({ answeredBy: "VERMEIL Odette" })],
    });
    await store(db, [question(1), question(2, { tabledOn: day("2014-02-06") }), signed]);
    const together = await seenIn(db);
    await recompute(partsOf(db, { corrections: { merges: [], splits: [split] } }));
    const { questions, answers } = await seenIn(db);
    assert.deepEqual(
      questions?.map(({ askedById, addressedToId }) => [askedById, addressedToId]),
      [
        ["vermeil-odette", "lambrecht-aurore"],
        ["vermeil-odette-2", "lambrecht-aurore"],
        ["lambrecht-aurore", "vermeil-odette"],
      ],
    );
    assert.deepEqual(answers?.[0]?.["answeredById"], "vermeil-odette");
    await recompute(partsOf(db, {}));
    assert.deepEqual(await seenIn(db), together);
  });

  testOnEach("a minister who was merged takes the offices along", async ({ db }) => {
    const addressedTo = { name: "LAMBRECHT Aude", office: "Ministre des Écluses" };
    await store(db, [question(1), question(2, { addressedTo })]);
    const lambrecht = { ...merge, from: "lambrecht-aude", into: "lambrecht-aurore" };
    await recompute(partsOf(db, { corrections: { merges: [lambrecht], splits: [] } }));
    const { offices } = await seenIn(db);
    assert.deepEqual(
      offices?.map(({ personId, title }) => [personId, title]),
      [
        ["lambrecht-aurore", "Ministre des Écluses"],
        ["lambrecht-aurore", "Ministre des Passerelles et des Écluses"],
      ],
    );
  });
});

suite("what an older program stored", () => {
  const answered = question(1, { answers: [anAnswer()] });

  testOnEach("gets natures, days and portfolios it did not know of", async ({ db }) => {
    await store(db, [answered, question(2, { answers: [aPromise()] })]);
    const whole = await seenIn(db);
    await db.execute(sql`update answers set nature = null, nature_evidence = '[]'`);
    await db.execute(sql`
      update questions set answer_nature = null, converted_on = null, answer_due_on = null, answer_rule_id = null,
        state = 'answered'`);
    await db.execute(sql`delete from office_portfolios`);
    await recompute(partsOf(db, {}));
    assert.deepEqual(await seenIn(db), whole);
  });

  testOnEach("is called late no more where its author had withdrawn it", async ({ db }) => {
    await store(db, [question(1, { questionText: "QE RETIRÉE PAR SON AUTEUR" }), question(2)]);
    const whole = await seenIn(db);
    await db.execute(sql`update questions set delay_doubt = null`);
    assert.deepEqual((await recompute(partsOf(db, {}))).fields, { delayDoubt: 1 });
    assert.deepEqual(await seenIn(db), whole);
    assert.deepEqual(
      whole.questions?.map(({ state, delayDoubt }) => [state, delayDoubt]),
      [
        ["open", "withdrawn"],
        ["open", null],
      ],
    );
  });

  testOnEach("is soon looked at where it turns out to wait for its answer still", async ({ db }) => {
    await store(db, [answered, question(2, { answers: [aPromise()] })]);
    await db.execute(sql`update questions set state = 'answered'`);
    await db.execute(sql`update source_pages set tier = 'settled', due_at = '2014-09-01'`);
    await recompute(partsOf(db, {}));
    assert.deepEqual(
      (await dumpOf(db))["source_pages"]?.map(({ sourceNumber, dueAt }) => [sourceNumber, dueAt]),
      [
        [900_001, new Date("2014-09-01")],
        [900_002, LATER],
      ],
    );
  });

  testOnEach("keeps the first reply of a promise that the page has since replaced", async ({ db }) => {
    await store(db, [question(1, { answers: [aPromise()] })]);
    await store(db, [question(1, { answers: [anAnswer()] })]);
    await db.execute(sql`update questions set first_reply_on = answered_on`);
    assert.deepEqual((await recompute(partsOf(db, {}))).fields, { firstReplyOn: 1 });
    const [row] = (await dumpOf(db))["questions"]!;
    assert.deepEqual([row?.["firstReplyOn"], row?.["answeredOn"]], ["2014-02-18", "2014-02-24"]);
  });
});

testOnEach("recomputing what was stored just now changes nothing", async ({ db }) => {
  const texts = {
    corrections: { merges: [merge], splits: [split] },
    partyLists: [
      {
        asOf: day("2014-02-01"),
        sessions: ["2013-2014"],
        source: "Liste inventée.",
        parties: { "vermeil-odette": "Parti des Ponts" },
      },
    ],
  };
  const questions = [
    question(9, { answers: [aPromise()] }),
    question(9, { answers: [anAnswer()] }),
    question(9, { answers: [anAnswer()], askedBy: "VERMEIL Odile" }),
    question(1, { answers: [aHoldingAnswer(), anAnswer()] }),
    question(2, { askedBy: "VERMEIL Odile" }),
    ...Array.from({ length: 60 }, randomQuestions(7)),
  ];
  await store(db, questions, texts);
  const before = await wordsOf(db);
  const report = await recompute(partsOf(db, texts, 25));
  assert.deepEqual([report.changed, report.fields], [0, {}]);
  const { ingest_runs: _runs, derivation_states: _states, ...after } = await wordsOf(db);
  const { ingest_runs: _before, derivation_states: _none, ...stored } = before;
  assert.deepEqual(after, stored);
});
