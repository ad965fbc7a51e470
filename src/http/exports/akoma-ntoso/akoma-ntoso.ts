import { inFull } from "../../../domain/french-day.ts";
import type { StoredAnswer, StoredQuestion } from "../../../store/stored-question.ts";
import { akomaNtosoMeta } from "./akoma-ntoso-meta.ts";
import { type AknReferences, referencesOf } from "./akoma-ntoso-references.ts";
import type { AknContext } from "./akoma-ntoso-context.ts";
import { element, type Xml, xmlDocument } from "./xml.ts";

const NAMESPACE = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0";

const HEADINGS: Readonly<Record<StoredAnswer["kind"], string>> = {
  answer: "Réponse du ",
  holdingAnswer: "Réponse provisoire du ",
  authorNote: "Note de l’auteur du ",
};

/**
 * A question as Akoma Ntoso 3.0 has a debate of one question: the question, what was answered in the order of the page,
 * who spoke to whom, and when. Facts and texts of the page are marked up; only `refersTo` of an answer, its nature, is ours.
 */
export function akomaNtosoOf(question: StoredQuestion, context: AknContext): string {
  const references = referencesOf(question, context);
  const debate = element(
    "debate",
    { name: "writtenQuestion", contains: question.revision === 1 ? "originalVersion" : "singleVersion" },
    akomaNtosoMeta(question, references, context),
    preface(question),
    element("debateBody", {}, questionsOf(question, references)),
  );
  return xmlDocument(element("akomaNtoso", { xmlns: NAMESPACE }, debate));
}

function preface({ officialReference, tabledOn, title }: StoredQuestion): Xml {
  return element(
    "preface",
    {},
    element(
      "p",
      {},
      element("docType", {}, "Question écrite"),
      " n° ",
      element("docNumber", {}, officialReference),
      " du ",
      element("docDate", { date: tabledOn }, inFull(tabledOn)),
    ),
    element("p", {}, element("docTitle", {}, title)),
  );
}

const SECTION = "questions_1";

function questionsOf(question: StoredQuestion, references: AknReferences): Xml {
  const { askedBy, addressedTo, tabledOn, questionText, answers } = question;
  const eId = `${SECTION}__question_1`;
  return element(
    "questions",
    { eId: SECTION },
    element("heading", {}, question.title),
    element(
      "question",
      { eId, by: references.person(askedBy), to: references.person(addressedTo) },
      datedHeading("Question écrite du ", tabledOn),
      element("from", {}, askedBy.name),
      ...paragraphs(questionText, eId),
    ),
    ...answers.map((answer, index) => answerOf(answer, index + 1, question, references)),
  );
}

/** The author's note is no answer: it is something said by the author. */
function answerOf(
  answer: StoredAnswer,
  number: number,
  { askedBy, addressedTo }: StoredQuestion,
  references: AknReferences,
): Xml {
  const { kind, answeredOn, answeredBy, nature, text, attachments } = answer;
  const isNote = kind === "authorNote";
  const name = isNote ? "speech" : "answer";
  const eId = `${SECTION}__${name}_${number}`;
  return element(
    name,
    {
      eId,
      class: kind,
      by: references.person(answeredBy),
      as: references.roleOf(answeredBy),
      to: references.person(isNote ? addressedTo : askedBy),
      refersTo: nature === null ? undefined : references.nature(nature),
    },
    datedHeading(HEADINGS[kind], answeredOn),
    element("from", {}, answeredBy.name),
    ...paragraphs(text, eId),
    ...attachments.map(({ label, url }) =>
      element("p", { class: "attachment" }, url === null ? label : element("a", { href: url }, label)),
    ),
  );
}

function datedHeading(words: string, day: StoredQuestion["tabledOn"]): Xml {
  return element("heading", {}, words, element("date", { date: day }, inFull(day)));
}

/** One at least, as the standard asks for, even where there is no text. */
function paragraphs(text: string, within: string): Xml[] {
  return text.split(/\n{2,}/).map((paragraph, index) => {
    const lines = paragraph.split("\n").flatMap((line, i) => (i === 0 ? [line] : [element("br"), line]));
    return element("p", { eId: `${within}__p_${index + 1}` }, ...lines);
  });
}
