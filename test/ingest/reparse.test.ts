import assert from "node:assert/strict";
import { suite } from "node:test";
import type { ParsedQuestion } from "../../src/domain/parsed-question.ts";
import { ParseError } from "../../src/errors.ts";
import type { RawPage, Source } from "../../src/sources/shared/source.ts";
import { wallonia } from "../../src/sources/wallonia/index.ts";
import type { Database } from "../../src/store/database.ts";
import { dumpOf } from "../helpers/dump.ts";
import { laterParser, rendered, REPARSED_AT, reparseWith, takeIn } from "../helpers/kept-pages.ts";
import { NOW, testOnEach } from "../helpers/page-stores.ts";
import { aHoldingAnswer, anAnswer, aQuestion, day } from "../helpers/questions.ts";

const annex = { label: "Annexe [PDF]", url: "http://annexes.example/1.pdf" };
const open = aQuestion();
const holding = aQuestion({ answers: [aHoldingAnswer()] });
const answered = aQuestion({ answers: [anAnswer({ attachments: [annex] })] });
const another = aQuestion({
  sourceId: "900002",
  officialNumber: 218,
  officialReference: "218 (2013-2014) 1",
});
const nameAlone = { ...open.addressedTo, office: null };
const retitled = { ...answered, title: "la fermeture des passerelles" };

const nothing = { changed: 0, new: 0, lost: 0, refused: 0, findings: [] };

/** The rows of a database save for who read its pages, and the runs. */
async function rowsOf(db: Database) {
  const { ingest_runs: _runs, ...dump } = await dumpOf(db);
  const unread = (rows: Record<string, unknown>[] = []) =>
    rows.map(({ parserVersion: _reader, ...row }) => row);
  return { ...dump, snapshots: unread(dump["snapshots"]), refusals: unread(dump["refusals"]) };
}

async function readersOf(db: Database) {
  const { snapshots = [], refusals = [] } = await dumpOf(db);
  return [...new Set([...snapshots, ...refusals].map((row) => row["parserVersion"]))];
}

const refuseTitled = (title: string) => (question: ParsedQuestion) => {
  if (question.title === title) throw new ParseError("incomplete", "Le titre manque.");
  return question;
};

const isText = ({ bytes }: RawPage) => !Buffer.from(bytes).includes("<");

suite("a parser that reads the same", () => {
  testOnEach("changes nothing but who read the pages, and a second run does nothing", async ({ db }) => {
    await takeIn(db, [
      rendered(holding, "page in the frame"),
      rendered({ ...answered, addressedTo: nameAlone }, "text"),
      rendered(retitled, "print page"),
      rendered(answered, "page in the frame"),
      rendered(open, "print page"),
      rendered(another, "page in the frame"),
      rendered(another, "text"),
      { location: "900003.html", html: "<p>Rien à voir.</p>", origin: "file" },
      { location: "page.html", html: rendered(another, "print page").html, origin: "file" },
    ]);
    const before = await rowsOf(db);
    const report = await reparseWith(db, laterParser());
    assert.deepEqual(report, { finished: true, read: 9, ...nothing, refused: 1 });
    assert.deepEqual(await rowsOf(db), before);
    assert.deepEqual(await readersOf(db), ["later"]);
    const second = await reparseWith(db, laterParser());
    assert.deepEqual(second, { finished: true, read: 0, ...nothing });
    assert.deepEqual(await rowsOf(db), before);
  });

  testOnEach("is asked again for all of them on demand, each page once", async ({ db }) => {
    await takeIn(db, [rendered(open, "print page"), rendered(answered, "text"), rendered(another, "text")]);
    const before = await dumpOf(db);
    const report = await reparseWith(db, wallonia, { all: true, batchSize: 1 });
    assert.deepEqual(report, { finished: true, read: 3, ...nothing });
    const { ingest_runs: runs, ...after } = await dumpOf(db);
    const { ingest_runs: _none, ...untouched } = before;
    assert.deepEqual(after, untouched);
    assert.deepEqual(
      runs?.map(({ kind, seen, unchanged, outcome }) => [kind, seen, unchanged, outcome]),
      [["reparse", 3, 3, "finished"]],
    );
  });

  testOnEach("leaves what other pages told of the present version", async ({ db }) => {
    await takeIn(db, [
      rendered(answered, "print page"),
      rendered({ ...answered, announcedItems: 3 }, "page in the frame"),
    ]);
    const [before] = (await dumpOf(db))["questions"]!;
    assert.equal(before?.["announcedItems"], 3);
    await reparseWith(db, laterParser(), { batchSize: 1 });
    assert.deepEqual((await dumpOf(db))["questions"], [before]);
  });
});

suite("a parser that reads otherwise", () => {
  const trimmed = (question: ParsedQuestion) => ({
    ...question,
    title: `${question.title} (suite)`,
    answers: question.answers.map((answer) => ({
      ...answer,
      text: answer.text.replace(" les autres", " le reste"),
    })),
  });

  testOnEach("makes a version of what changed, told beforehand and without a correction", async ({ db }) => {
    await takeIn(db, [rendered(answered, "page in the frame"), rendered(another, "page in the frame")]);
    const source = laterParser((question) => (question.sourceId === "900001" ? trimmed(question) : question));
    const seen: unknown[] = [];
    const report = await reparseWith(db, source, {
      batchSize: 10,
      onFinding: async () => void seen.push((await dumpOf(db))["question_revisions"]?.length),
    });
    assert.deepEqual([report.read, report.changed, seen], [2, 1, [2]], "told before it is written");
    const dump = await dumpOf(db);
    const [question] = dump["questions"]!;
    const [snapshot] = dump["snapshots"]!;
    assert.deepEqual(
      [question?.["title"], question?.["revision"], question?.["snapshotId"], question?.["modifiedAt"]],
      [`${answered.title} (suite)`, 2, snapshot?.["id"], REPARSED_AT],
    );
    assert.deepEqual(question?.["fetchedAt"], NOW, "nobody looked at the site");
    const revision = dump["question_revisions"]!.at(-1)!;
    assert.deepEqual(
      [revision["revision"], revision["snapshotId"], revision["parserVersion"], revision["recordedAt"]],
      [2, snapshot?.["id"], "later", REPARSED_AT],
    );
    assert.match(String(dump["answers"]?.[0]?.["text"]), /le reste en automne/);
    assert.deepEqual(
      dump["question_events"]?.map(({ kind }) => kind),
      ["tabled", "answered", "tabled"],
    );
    const again = await reparseWith(db, source);
    assert.deepEqual(again, { finished: true, read: 0, ...nothing });
    const all = await reparseWith(db, source, { all: true });
    assert.deepEqual(all, { finished: true, read: 2, ...nothing });
  });

  testOnEach("is told by paths, and a dry run does no more than tell", async ({ db }) => {
    await takeIn(db, [rendered(answered, "page in the frame")]);
    const before = await dumpOf(db);
    const report = await reparseWith(db, laterParser(trimmed), { dryRun: true });
    assert.deepEqual(report.findings, [
      { finding: "changed", questionId: "wallonia-900001", paths: ["title", "answers[0].text"] },
    ]);
    assert.deepEqual([report.read, report.changed], [1, 1]);
    assert.deepEqual(await dumpOf(db), before);
  });

  testOnEach("finds an answer, which is an event of its day, and its people", async ({ db }) => {
    await takeIn(db, [rendered(open, "print page")]);
    await reparseWith(
      db,
      laterParser((question) => ({ ...question, answers: [anAnswer({ answeredBy: "NOIRFALISE Odon" })] })),
    );
    const dump = await dumpOf(db);
    assert.deepEqual(
      dump["question_events"]?.map(({ kind, occurredOn, revision }) => [kind, occurredOn, revision]),
      [
        ["tabled", "2014-02-04", 1],
        ["answered", "2014-02-24", 2],
      ],
    );
    assert.equal(dump["questions"]?.[0]?.["state"], "answered");
    assert.ok(dump["persons"]?.some(({ name }) => name === "NOIRFALISE Odon"));
  });

  testOnEach("takes back an answer that was none", async ({ db }) => {
    await takeIn(db, [rendered(answered, "print page")]);
    await reparseWith(
      db,
      laterParser((question) => ({ ...question, answers: [] })),
    );
    const dump = await dumpOf(db);
    assert.deepEqual([dump["answers"], dump["attachments"]], [[], []]);
    const [question] = dump["questions"]!;
    assert.deepEqual(
      [question?.["state"], question?.["answeredOn"], question?.["firstReplyOn"]],
      ["open", null, null],
    );
  });

  testOnEach("mends a first date that the present page does not show", async ({ db }) => {
    await takeIn(db, [rendered(holding, "print page"), rendered(answered, "print page")]);
    const report = await reparseWith(
      db,
      laterParser((question) => ({
        ...question,
        answers: question.answers.map((answer) =>
          answer.kind === "holdingAnswer" ? { ...answer, answeredOn: day("2014-02-19") } : answer,
        ),
      })),
    );
    assert.deepEqual(
      report.findings.map((finding) => finding.finding === "changed" && finding.paths),
      [["firstReplyOn"]],
    );
    const [question] = (await dumpOf(db))["questions"]!;
    assert.deepEqual([question?.["firstReplyOn"], question?.["revision"]], ["2014-02-19", 2]);
  });

  testOnEach("has the last word on warnings and the count of items", async ({ db }) => {
    const warnings = [{ code: "unknown_heading", message: "« Réponse du 24 »" }] as const;
    await takeIn(db, [rendered(open, "page in the frame")]);
    const warned = laterParser((question) => ({ ...question, warnings, announcedItems: 7 }), "2");
    const report = await reparseWith(db, warned);
    assert.deepEqual(report.findings, [
      { finding: "changed", questionId: "wallonia-900001", paths: ["warnings"] },
    ]);
    const [question] = (await dumpOf(db))["questions"]!;
    assert.deepEqual(
      [
        question?.["warnings"],
        question?.["announcedItems"],
        question?.["revision"],
        question?.["modifiedAt"],
      ],
      [warnings, 7, 1, REPARSED_AT],
    );
    await reparseWith(db, laterParser(undefined, "3"));
    assert.deepEqual((await dumpOf(db))["questions"]?.[0]?.["warnings"], []);
  });
});

suite("what pages were merged from", () => {
  const shouted = (question: ParsedQuestion) => ({ ...question, title: question.title.toUpperCase() });

  testOnEach("is merged again: office, addresses and spacing of another rendering stay", async ({ db }) => {
    await takeIn(db, [
      rendered({ ...answered, answers: [aHoldingAnswer({ attachments: [annex] })] }, "page in the frame"),
      rendered(
        {
          ...answered,
          addressedTo: nameAlone,
          questionText: open.questionText.replaceAll("\n\n", "\n"),
          answers: [aHoldingAnswer({ attachments: [annex] }), anAnswer()],
        },
        "text",
      ),
    ]);
    const [before] = (await dumpOf(db))["questions"]!;
    const report = await reparseWith(db, laterParser(shouted));
    assert.deepEqual(
      report.findings.map((finding) => finding.finding === "changed" && finding.paths),
      [["title"]],
    );
    const dump = await dumpOf(db);
    const [after] = dump["questions"]!;
    assert.equal(after?.["title"], open.title.toUpperCase());
    assert.deepEqual(
      [after?.["addressedToOffice"], after?.["questionText"], after?.["officeId"]],
      [open.addressedTo.office, open.questionText, before?.["officeId"]],
    );
    assert.equal(dump["attachments"]?.[0]?.["url"], annex.url);
  });

  testOnEach("a text that the present page cuts short stays whole", async ({ db }) => {
    const cut = { ...answered, questionText: open.questionText.slice(0, 30) };
    await takeIn(db, [rendered(open, "page in the frame"), rendered(cut, "page in the frame")]);
    await reparseWith(db, laterParser(shouted));
    const [question] = (await dumpOf(db))["questions"]!;
    assert.deepEqual([question?.["questionText"], question?.["revision"]], [open.questionText, 3]);
  });

  testOnEach("what an import by a parser in between undid is put right", async ({ db }) => {
    const text = rendered({ ...retitled, addressedTo: nameAlone }, "text");
    await takeIn(db, [rendered(answered, "page in the frame"), text]);
    await takeIn(db, [text], laterParser(shouted, "2"));
    const [imported] = (await dumpOf(db))["questions"]!;
    assert.deepEqual(
      [imported?.["title"], imported?.["addressedToOffice"]],
      [retitled.title.toUpperCase(), open.addressedTo.office],
      "the import itself keeps what the other rendering told",
    );
    const report = await reparseWith(db, laterParser(shouted, "2"));
    assert.deepEqual(report.findings, []);
  });
});

suite("a page that is refused now", () => {
  const source = laterParser(refuseTitled(retitled.title));

  testOnEach("is told as lost each time, and its question stays as it is", async ({ db }) => {
    await takeIn(db, [
      rendered(answered, "print page"),
      rendered(retitled, "print page"),
      rendered(another, "print page"),
      rendered({ ...retitled, title: `${retitled.title} ` }, "page in the frame"),
    ]);
    const before = await dumpOf(db);
    for (const read of [4, 3]) {
      const report = await reparseWith(db, source);
      assert.deepEqual([report.read, report.lost, report.changed, report.finished], [read, 2, 0, true]);
      assert.deepEqual(report.findings[0], {
        finding: "lost",
        questionId: "wallonia-900001",
        location: "900001.html",
        code: "incomplete",
        message: "Le titre manque.",
      });
    }
    const { snapshots, ingest_runs: runs, ...after } = await dumpOf(db);
    const { snapshots: _snapshots, ingest_runs: _runs, ...untouched } = before;
    assert.deepEqual(after, untouched);
    assert.deepEqual(
      snapshots?.map(({ parserVersion }) => parserVersion),
      [wallonia.parserVersion, wallonia.parserVersion, "later", wallonia.parserVersion],
    );
    assert.deepEqual(
      runs?.map(({ refused }) => refused),
      [2, 2],
    );
  });
});

suite("a page that was refused", () => {
  const refused = laterParser(refuseTitled(open.title), "first");

  testOnEach("and is read now becomes a question as a file would", async ({ db }) => {
    await takeIn(
      db,
      [rendered(open, "print page"), rendered({ ...open, sourceId: "900004" }, "text")],
      refused,
    );
    const dry = await reparseWith(db, laterParser(), { dryRun: true });
    assert.deepEqual((await dumpOf(db))["questions"], []);
    const report = await reparseWith(db, laterParser());
    assert.deepEqual(report, dry);
    assert.deepEqual([report.new, report.read, report.refused], [2, 2, 0]);
    assert.deepEqual(report.findings, [
      { finding: "new", questionId: "wallonia-900001" },
      { finding: "new", questionId: "wallonia-900004" },
    ]);
    const dump = await dumpOf(db);
    assert.deepEqual([dump["refusals"], dump["snapshots"]?.length], [[], 2]);
    assert.deepEqual(
      dump["source_pages"]?.map(({ status }) => status),
      ["question", "question"],
    );
    assert.equal((await reparseWith(db, laterParser())).read, 0);
  });

  testOnEach("may bring a known question something new", async ({ db }) => {
    await takeIn(db, [rendered(open, "print page")]);
    await takeIn(
      db,
      [rendered(answered, "page in the frame")],
      laterParser(refuseTitled(open.title), wallonia.parserVersion),
    );
    const report = await reparseWith(db, laterParser());
    assert.deepEqual(report.findings, [
      { finding: "changed", questionId: "wallonia-900001", paths: ["answers[0]"] },
    ]);
    assert.equal((await dumpOf(db))["questions"]?.[0]?.["state"], "answered");
  });

  testOnEach("does not bring back a text that was replaced", async ({ db }) => {
    const old = rendered(answered, "page in the frame");
    await takeIn(
      db,
      [old],
      laterParser(() => {
        throw new ParseError("incomplete", "Illisible.");
      }, "first"),
    );
    await takeIn(db, [rendered(answered, "text"), rendered(retitled, "text")]);
    const spaced = laterParser((question) => ({ ...question, session: `${question.session}-bis` }));
    await reparseWith(db, spaced);
    const dump = await dumpOf(db);
    assert.equal(dump["questions"]?.[0]?.["title"], retitled.title);
    assert.match(String(dump["refusals"]?.[0]?.["message"]), /version antérieure/);
  });

  testOnEach("for another reason now is noted with that one", async ({ db }) => {
    await takeIn(db, [rendered(open, "print page")], refused);
    const report = await reparseWith(
      db,
      laterParser(() => {
        throw new ParseError("other_kind", "Une question orale.");
      }),
    );
    assert.deepEqual([report.read, report.refused, report.lost, report.findings], [1, 1, 0, []]);
    assert.deepEqual(
      (await dumpOf(db))["refusals"]?.map(({ code, message, parserVersion, refusedAt }) => [
        code,
        message,
        parserVersion,
        refusedAt,
      ]),
      [["other_kind", "Une question orale.", "later", REPARSED_AT]],
    );
  });

  testOnEach("for what the site showed in its place stays so", async ({ db }) => {
    const robots: Source = { ...wallonia, findPageSign: () => "challenge" };
    const page = { location: "900003.html", html: "<p>Êtes-vous un robot ?</p>", origin: "source" } as const;
    await takeIn(db, [page], robots);
    const before = await rowsOf(db);
    await reparseWith(db, { ...robots, parserVersion: "later" });
    assert.deepEqual(await rowsOf(db), before);
  });
});

suite("a page that was poorer", () => {
  testOnEach("is judged as a file again: taken over where it is whole now", async ({ db }) => {
    await takeIn(db, [rendered(answered, "page in the frame"), rendered(open, "page in the frame")]);
    assert.equal((await dumpOf(db))["refusals"]?.length, 1);
    const later = { ...anAnswer(), text: "Seconde lettre, du même jour." };
    const report = await reparseWith(
      db,
      laterParser((question) => {
        const found = question.answers.length === 0 ? [...answered.answers, later] : question.answers;
        return { ...question, answers: found };
      }),
    );
    assert.deepEqual(report.findings, [
      { finding: "changed", questionId: "wallonia-900001", paths: ["answers[1]"] },
    ]);
    const dump = await dumpOf(db);
    assert.deepEqual([dump["refusals"], dump["answers"]?.length], [[], 2]);
  });

  testOnEach("does not bring back a text that was replaced, however it is read", async ({ db }) => {
    const [first, second] = [answered, retitled].map((question) => ({ ...question, answers: [anAnswer()] }));
    assert.ok(first && second);
    await takeIn(db, [rendered(first, "text"), rendered(second, "text")]);
    await takeIn(db, [rendered(first, "page in the frame"), rendered(second, "text")]);
    const before = await dumpOf(db);
    const source = laterParser((question, page) =>
      isText(page) ? question : { ...question, questionText: `${question.questionText} Et quand ?` },
    );
    await reparseWith(db, source);
    const after = await dumpOf(db);
    assert.deepEqual(after["questions"], before["questions"]);
    assert.deepEqual(after["question_revisions"], before["question_revisions"]);
    assert.deepEqual(await readersOf(db), ["later"]);
  });
});

testOnEach("another page of the same content completes a question never corrected", async ({ db }) => {
  await takeIn(db, [rendered(answered, "text"), rendered(answered, "page in the frame")], blind("first"));
  assert.equal((await dumpOf(db))["attachments"]?.[0]?.["url"], null);
  const report = await reparseWith(db, laterParser());
  assert.deepEqual(
    report.findings.map((finding) => finding.finding === "changed" && finding.paths),
    [["answers[0].attachments"]],
  );
  assert.equal((await dumpOf(db))["attachments"]?.[0]?.["url"], annex.url);
});

/** A parser that did not see where annexes are. */
function blind(version: string) {
  return laterParser(
    (question) => ({
      ...question,
      answers: question.answers.map((answer) => ({
        ...answer,
        attachments: answer.attachments.map(({ label }) => ({ label, url: null })),
      })),
    }),
    version,
  );
}

testOnEach("what a database cannot keep is no difference between two readings", async ({ db }) => {
  const torn = (question: ParsedQuestion) => ({ ...question, title: `${question.title}\0\ud800` });
  await takeIn(db, [rendered(open, "print page")], laterParser(torn, "first"));
  const report = await reparseWith(db, laterParser(torn));
  assert.deepEqual(report, { finished: true, read: 1, ...nothing });
  const long = laterParser((question) => ({ ...question, askedBy: "A".repeat(2_000) }), "third");
  const { findings } = await reparseWith(db, long);
  assert.deepEqual(
    findings.map((finding) => finding.finding === "lost" && finding.code),
    ["incomplete"],
  );
});

testOnEach(
  "a page of a version that was refused in between is a page like any other again",
  async ({ db }) => {
    const page = rendered(open, "print page");
    await takeIn(db, [page]);
    await takeIn(db, [page], laterParser(refuseTitled(open.title), "second"));
    assert.equal((await dumpOf(db))["refusals"]?.length, 1);
    await reparseWith(db, laterParser());
    assert.deepEqual((await dumpOf(db))["refusals"], []);
  },
);

testOnEach("stopped after a batch, the next run goes on", async ({ db }) => {
  const questions = ["900001", "900002", "900003"].map((sourceId) => aQuestion({ sourceId }));
  await takeIn(
    db,
    questions.map((question) => rendered(question, "print page")),
  );
  const source = laterParser((question) => ({ ...question, session: "se2014" }));
  const controller = new AbortController();
  const first = await reparseWith(db, source, {
    batchSize: 1,
    signal: controller.signal,
    onFinding: () => controller.abort(),
  });
  assert.deepEqual([first.finished, first.read, first.changed], [false, 1, 1]);
  const second = await reparseWith(db, source);
  assert.deepEqual([second.finished, second.read, second.changed], [true, 2, 2]);
  const { ingest_runs: runs } = await dumpOf(db);
  assert.deepEqual(
    runs?.map(({ outcome, seen, changed }) => [outcome, seen, changed]),
    [
      ["stopped", 1, 1],
      ["finished", 2, 2],
    ],
  );
});

testOnEach("what somebody else wrote in the meantime is read again", async ({ db }) => {
  await takeIn(db, [rendered(open, "print page"), rendered(another, "print page")]);
  const source = laterParser((question) => ({ ...question, session: "se2014" }));
  let isFirst = true;
  const told: unknown[] = [];
  const report = await reparseWith(db, source, {
    batchSize: 10,
    async onFinding(finding) {
      told.push(finding.questionId);
      if (!isFirst) return;
      isFirst = false;
      await takeIn(db, [rendered(answered, "print page", { origin: "source" })]);
    },
  });
  assert.deepEqual(told, ["wallonia-900001", "wallonia-900002", "wallonia-900001"]);
  assert.deepEqual([report.changed, report.read], [2, 3]);
  const dump = await dumpOf(db);
  const [question] = dump["questions"]!;
  assert.deepEqual(
    [question?.["session"], question?.["state"], question?.["revision"]],
    ["se2014", "answered", 3],
  );
  assert.deepEqual(await readersOf(db), ["later"]);
});
