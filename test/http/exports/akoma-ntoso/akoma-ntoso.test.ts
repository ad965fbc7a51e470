import assert from "node:assert/strict";
import { suite, test, type TestContext } from "node:test";
import fc from "fast-check";
import { akomaNtosoOf } from "../../../../src/http/exports/akoma-ntoso/akoma-ntoso.ts";
import type { StoredAnswer, StoredQuestion } from "../../../../src/store/stored-question.ts";
import { readAkn } from "../../../helpers/akoma-ntoso.ts";
import { day } from "../../../helpers/questions.ts";

const lambrecht = { name: "LAMBRECHT Aurore", slug: "lambrecht-aurore" };
const vermeil = { name: "VERMEIL Odette", slug: "vermeil-odette" };

function anAnswer(overrides: Partial<StoredAnswer> = {}): StoredAnswer {
  return {
    kind: "answer",
    answeredOn: day("2014-02-24"),
    answeredBy: lambrecht,
    attachments: [],
    nature: "substantive",
    natureEvidence: [],
    text: "Les travaux commencent.\n\n• En avril\n• En mai",
    ...overrides,
  };
}

function aQuestion(overrides: Partial<StoredQuestion> = {}): StoredQuestion {
  return {
    id: 1,
    sourceId: "900001",
    title: "l'entretien des passerelles",
    session: "2013-2014",
    year: 2014,
    officialReference: "217 (2013-2014) 1",
    officialNumber: 217,
    tabledOn: day("2014-02-04"),
    askedBy: { ...vermeil, party: null },
    addressedTo: { ...lambrecht, office: "Ministre des Passerelles" },
    state: "answered",
    firstReplyOn: day("2014-02-24"),
    answeredOn: day("2014-02-24"),
    delayDoubt: null,
    answerDueOn: null,
    answerRuleId: null,
    questionText: "Quatre passerelles sont fermées.\n\nQuand rouvriront-elles ?",
    answers: [anAnswer()],
    warnings: [],
    fetchedAt: new Date("2014-03-01T08:00:00Z"),
    modifiedAt: new Date("2014-03-02T09:30:00Z"),
    revision: 1,
    ...overrides,
  };
}

const CONTEXT = {
  parliament: "wallonia",
  parliamentName: "Parlement de Wallonie",
  country: "be",
  baseUrl: "https://vigie.example",
  sourceUrlOf: (sourceId: string) => `https://source.example/${sourceId}`,
};

const read = (t: TestContext, overrides: Partial<StoredQuestion> = {}) =>
  readAkn(t, akomaNtosoOf(aQuestion(overrides), CONTEXT));

suite("a question as Akoma Ntoso", () => {
  test("says which work, version and file it is, of which day, language and author", (t) => {
    const find = read(t, { revision: 3 });
    const work = "/akn/be/debate/writtenQuestion/wallonia/2014-02-04/900001";
    const expression = `${work}/fra@2014-03-02T09:30:00.000Z`;
    assert.deepEqual(find("//akn:FRBRuri/@value"), [work, expression, `${expression}.akn`]);
    assert.deepEqual(find("//akn:FRBRthis/@value"), [
      `${work}/!main`,
      `${expression}/!main`,
      `${expression}/!main.xml`,
    ]);
    assert.deepEqual(find("//akn:FRBRWork/akn:FRBRdate/@date"), ["2014-02-04"]);
    assert.deepEqual(find("//akn:FRBRWork/akn:FRBRalias/@value"), [
      "217 (2013-2014) 1",
      "https://source.example/900001",
    ]);
    assert.deepEqual(find("//akn:FRBRversionNumber/@value"), ["3"]);
    assert.deepEqual(find("//akn:FRBRlanguage/@language"), ["fra"]);
    const author = find("//akn:FRBRWork/akn:FRBRauthor/@href")[0]!.slice(1);
    assert.deepEqual(find(`//akn:TLCPerson[@eId="${author}"]/@showAs`), ["VERMEIL Odette"]);
  });

  test("has the question and the answer in paragraphs, under dated headings, by and to whom they were", (t) => {
    const find = read(t);
    assert.deepEqual(find("//akn:question/akn:p"), [
      "Quatre passerelles sont fermées.",
      "Quand rouvriront-elles ?",
    ]);
    assert.deepEqual(find("//akn:answer/akn:p"), ["Les travaux commencent.", "• En avril• En mai"]);
    assert.equal(find("//akn:answer/akn:p/akn:br").length, 1);
    assert.deepEqual(find("//akn:question/akn:heading | //akn:answer/akn:heading"), [
      "Question écrite du 4 février 2014",
      "Réponse du 24 février 2014",
    ]);
    const [asker, minister] = find("//akn:question/@by | //akn:question/@to");
    assert.deepEqual(find("//akn:answer/@to"), [asker]);
    assert.deepEqual(find("//akn:answer/@by"), [minister]);
    assert.deepEqual(find("//akn:TLCRole/@showAs"), ["Ministre des Passerelles"]);
    assert.deepEqual(find("//akn:answer/@as"), ["#office"]);
  });

  test("tells every date of the question and its answers as an event and as a step", (t) => {
    const holding = anAnswer({ kind: "holdingAnswer", answeredOn: day("2014-02-18"), nature: "holding" });
    const find = read(t, { answers: [holding, anAnswer()] });
    const dates = ["2014-02-04", "2014-02-18", "2014-02-24"];
    assert.deepEqual(find("//akn:eventRef/@date"), dates);
    assert.deepEqual(find("//akn:eventRef/@type"), ["generation", "amendment", "amendment"]);
    assert.deepEqual(find("//akn:step/@date"), dates);
    assert.deepEqual(find("//akn:step/@outcome"), ["#holding", "#substantive"]);
  });

  test("has a note of the author as something the author says, and answers of others without the title", (t) => {
    const note = anAnswer({ kind: "authorNote", answeredBy: vermeil, nature: null });
    const other = anAnswer({ answeredBy: { name: "OSSELAER Théo", slug: "osselaer-theo" } });
    const find = read(t, { answers: [other, note] });
    assert.deepEqual(find("//akn:answer/akn:from | //akn:speech/akn:from"), [
      "OSSELAER Théo",
      "VERMEIL Odette",
    ]);
    assert.deepEqual(find("//akn:answer/@as"), []);
    assert.deepEqual(find("//akn:speech/@by"), find("//akn:question/@by"));
    assert.deepEqual(find("//akn:speech/@refersTo"), []);
  });

  test("links to attachments, and only names those without an address", (t) => {
    const attachments = [
      { label: "Plan [PDF]", url: "http://annexes.example/plan.pdf?a=1&b=2" },
      { label: "Sans adresse", url: null },
    ];
    const find = read(t, { answers: [anAnswer({ attachments })] });
    assert.deepEqual(find('//akn:p[@class="attachment"]'), ["Plan [PDF]", "Sans adresse"]);
    assert.deepEqual(find("//akn:a/@href"), ["http://annexes.example/plan.pdf?a=1&b=2"]);
  });

  test("holds without a title, an answer, a text or an official page", (t) => {
    const source = { ...CONTEXT, sourceUrlOf: () => null };
    const addressedTo = { ...lambrecht, office: null };
    const bare = aQuestion({ answers: [], questionText: "", addressedTo, sourceId: "ref-2013-2014-a-1" });
    const find = readAkn(t, akomaNtosoOf(bare, source));
    assert.deepEqual(find("//akn:question/akn:p"), [""]);
    assert.deepEqual(find("//akn:TLCRole"), []);
    assert.deepEqual(find("//akn:FRBRalias[@name='officialPage']"), []);
  });

  test("takes no sign of a text for markup, and leaves out what XML has no way to write", (t) => {
    const text = "</p><script>&amp;\"' ]]> \u0000\u0008\u000b\ufffe\ud800 \u{1f600} é";
    const kept = "</p><script>&amp;\"' ]]>  \u{1f600} é";
    const find = read(t, {
      title: text,
      questionText: text,
      officialReference: text,
      askedBy: { name: text, slug: text, party: null },
      addressedTo: { ...lambrecht, office: text },
    });
    assert.deepEqual(find("//akn:question/akn:p | //akn:docTitle | //akn:docNumber"), [kept, kept, kept]);
    assert.deepEqual(find("//akn:TLCRole/@showAs | //akn:FRBRname/@value"), [kept, kept]);
  });

  test("is a document whatever the texts are", (t) => {
    const text = fc.string({ unit: "binary" });
    fc.assert(
      fc.property(text, text, text, (title, name, words) => {
        const person = { name, slug: name };
        const answers = [anAnswer({ text: words, answeredBy: person })];
        const askedBy = { ...person, party: null };
        readAkn(
          t,
          akomaNtosoOf(aQuestion({ title, sourceId: title, askedBy, answers, questionText: words }), CONTEXT),
        );
      }),
      { numRuns: 50 },
    );
  });
});
