import assert from "node:assert/strict";
import { UnstorablePageError } from "../../../src/errors.ts";
import { countRows, dumpOf } from "../../helpers/dump.ts";
import { testOnEach } from "../../helpers/page-stores.ts";
import { anAnswer, aQuestion, day } from "../../helpers/questions.ts";
import { aPageOf, aRefusedPage, met } from "../../helpers/taken-pages.ts";

testOnEach("characters PostgreSQL cannot keep do not stop a batch", async ({ db, pages }) => {
  const hostile = aQuestion({
    sourceId: "900\u0000002",
    title: "zéro \u0000 et moitié \ud83d de paire",
    askedBy: "DUCHÊNE\u0000 Honoré",
    addressedTo: { name: "OSSELAER Théo", office: "Ministre \udc00" },
    answers: [
      anAnswer({ text: "\u0000", attachments: [{ label: "\u0000Annexe", url: "http://a.example/\ud800" }] }),
    ],
    warnings: [{ code: "unknown_heading", message: "\u0000", text: "\udfff" }],
  });
  const page = aPageOf(hostile, { location: "page\u0000.html" });
  const outcomes = await pages.savePages([aPageOf(aQuestion()), page, aRefusedPage("9\u0000")]);
  assert.deepEqual(
    outcomes.map(({ outcome }) => outcome),
    ["new", "new", "refused"],
  );
  const [, question] = (await dumpOf(db)).questions!;
  assert.equal(question?.title, "zéro  et moitié \ufffd de paire");
  assert.deepEqual(question?.warnings, [{ code: "unknown_heading", message: "", text: "\ufffd" }]);
  assert.deepEqual(await pages.recallPages([met(page)]), [
    { outcome: "unchanged", questionId: "wallonia-900002" },
  ]);
  assert.deepEqual(await pages.savePages([page]), [{ outcome: "unchanged", questionId: "wallonia-900002" }]);
});

testOnEach(
  "characters that mean something to PostgreSQL come back as they went in",
  async ({ db, pages }) => {
    const title = `{"a",NULL} \\x41 'quote' "double" \\ \u{1f426} null \t $1`;
    await pages.savePages([
      aPageOf(aQuestion({ title, questionText: "NULL", answers: [anAnswer({ text: "" })] })),
    ]);
    const dump = await dumpOf(db);
    assert.deepEqual(
      [dump.questions?.[0]?.title, dump.questions?.[0]?.questionText, dump.answers?.[0]?.text],
      [title, "NULL", ""],
    );
    const [revision] = dump.question_revisions!;
    assert.equal((revision?.content as { title: string }).title, title);
  },
);

const IMPLAUSIBLE = [
  [
    "a day before any question",
    aQuestion({ sourceId: "900002", tabledOn: day("1079-02-04") }),
    /date de dépôt \(1079-02-04\)/,
  ],
  [
    "a year of five digits",
    aQuestion({ sourceId: "900002", tabledOn: day("+012014-02-04") }),
    /date de dépôt/,
  ],
  [
    "a day the calendar lacks",
    aQuestion({ sourceId: "900002", answers: [anAnswer({ answeredOn: day("2014-02-30") })] }),
    /date d’une réponse/,
  ],
  ["a number without end", aQuestion({ sourceId: "900002", officialNumber: 99_999_999_999 }), /le numéro/],
  [
    "a name as long as a page",
    aQuestion({ sourceId: "900002", askedBy: "A".repeat(4_000) }),
    /le nom de l’auteur est trop long/,
  ],
] as const;

testOnEach(
  "what the database could not keep is refused by name, and the batch goes on",
  async ({ db, pages }) => {
    for (const [what, question, message] of IMPLAUSIBLE) {
      const [outcome, next] = await pages.savePages([aPageOf(question), aPageOf(aQuestion())]);
      assert.equal(outcome?.outcome, "refused", what);
      assert.match(outcome?.outcome === "refused" ? outcome.message : "", message);
      assert.notEqual(next?.outcome, "refused");
    }
    const { questions, refusals } = await countRows(db);
    assert.deepEqual([questions, refusals], [1, IMPLAUSIBLE.length]);
  },
);

testOnEach(
  "a page the database refuses all the same is named, and nothing of its batch is stored",
  async (store) => {
    const { db, pages } = store;
    const poison = aPageOf(aQuestion({ sourceId: "900002" }), { location: "empoisonnée.html" });
    const batch = [
      aPageOf(aQuestion()),
      { ...poison, snapshot: { ...poison.snapshot, sha256: "not a hash" } },
      aPageOf(aQuestion({ sourceId: "900003" })),
    ];
    await assert.rejects(pages.savePages(batch), (error: unknown) => {
      assert.ok(error instanceof UnstorablePageError);
      assert.match(error.message, /^empoisonnée\.html\u00a0: la base de données refuse cette page/);
      assert.equal(error.context.location, "empoisonnée.html");
      assert.equal(error.context.sqlState, "23514");
      assert.ok(error.message.length < 300 && error.cause === undefined, "the log is spared the pages");
      return true;
    });
    assert.ok(Object.values(await countRows(db)).every((count) => count === 0));
    const outcomes = await pages.savePages(batch.filter(({ snapshot }) => snapshot.sha256 !== "not a hash"));
    assert.deepEqual(
      outcomes.map(({ outcome }) => outcome),
      ["new", "new"],
    );
  },
);
