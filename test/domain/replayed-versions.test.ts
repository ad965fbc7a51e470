import assert from "node:assert/strict";
import { test } from "node:test";
import type { KnownVersion } from "../../src/domain/page-verdict.ts";
import type { ParsedQuestion } from "../../src/domain/parsed-question.ts";
import { contentOf } from "../../src/domain/question-content.ts";
import { replayVersions } from "../../src/domain/replayed-versions.ts";
import { aHoldingAnswer, anAnswer, aQuestion } from "../helpers/questions.ts";

const page = (sha256: string, overrides: Partial<ParsedQuestion> = {}): KnownVersion => ({
  sha256,
  content: contentOf(aQuestion(overrides)),
});
const contents = (...pages: KnownVersion[]) => replayVersions(pages).versions.map(({ content }) => content);
const present = (...pages: KnownVersion[]) => contents(...pages).at(-1)!;

const open = page("a");
const { addressedTo, questionText } = open.content;
const nameAlone = { name: addressedTo.name, office: null };
const annexed = (url: string | null) => anAnswer({ attachments: [{ label: "Annexe [PDF]", url }] });

test("one page is what it says", () => {
  assert.deepEqual(replayVersions([open]), { versions: [open], firstReplyOn: null, wasCorrected: false });
});

test("what a later page leaves out stays known: office, addresses of annexes, spacing", () => {
  const first = page("a", { answers: [annexed("http://annexes.example/1.pdf")] });
  const text = page("b", {
    title: "autre titre",
    addressedTo: nameAlone,
    questionText: questionText.replaceAll("\n\n", "\n"),
    answers: [annexed(null)],
  });
  assert.deepEqual(present(first, text), { ...first.content, title: "autre titre" });
});

test("what a page cut short when it brought an answer stays whole", () => {
  const cut = page("b", { questionText: questionText.slice(0, 20), answers: [anAnswer()] });
  assert.deepEqual(present(open, cut), { ...open.content, answers: [anAnswer()] });
});

test("a page that was taken over and now reads as less still says what it says, and loses nothing", () => {
  const whole = page("a", {
    questionText: `${questionText} Et à quel prix ?`,
    answers: [aHoldingAnswer(), anAnswer()],
  });
  const less = page("b", {
    title: "autre titre",
    addressedTo: { ...addressedTo, office: addressedTo.office!.slice(0, 22) },
    answers: [anAnswer()],
  });
  assert.deepEqual(present(whole, { ...less, content: { ...less.content, answers: [aHoldingAnswer()] } }), {
    ...whole.content,
    title: "autre titre",
  });
  const { office } = present(whole, less).addressedTo;
  assert.equal(office, addressedTo.office);
});

test("an answer that a page drops keeps its place", () => {
  const letters = ["un", "deux", "trois"].map((text) => anAnswer({ text: `Lettre ${text}.` }));
  const first = page("a", { answers: letters });
  const later = page("b", { title: "autre titre", answers: [letters[0]!, letters[2]!] });
  assert.deepEqual(present(first, later).answers, letters);
});

test("a page in a row with itself adds nothing, one that comes back does", () => {
  const retitled = page("b", { title: "autre titre" });
  assert.deepEqual(
    contents(open, open, retitled, open).map(({ title }) => title),
    [open.content.title, open.content.title, "autre titre", open.content.title],
  );
});

test("the first reply is carried past the page that replaced it", () => {
  const answered = page("c", { answers: [anAnswer()] });
  const history = replayVersions([open, page("b", { answers: [aHoldingAnswer()] }), answered]);
  assert.equal(history.firstReplyOn, "2014-02-18");
  assert.equal(replayVersions([open, answered]).firstReplyOn, "2014-02-24");
});

test("a question is corrected where a page contradicts the one before, not where it completes it", () => {
  const wasCorrected = (...pages: KnownVersion[]) => replayVersions(pages).wasCorrected;
  assert.equal(wasCorrected(open, page("b", { answers: [anAnswer()] })), false);
  assert.equal(wasCorrected(page("a", { addressedTo: nameAlone }), { ...open, sha256: "b" }), false);
  assert.equal(wasCorrected(open, page("b", { title: "autre titre" }), { ...open, sha256: "c" }), true);
});
