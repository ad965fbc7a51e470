import { html as markup } from "ghtml";
import type { QuestionState } from "../../domain/answer-times.ts";
import type { CalendarDate } from "../../domain/calendar-date.ts";
import { inFull } from "../../domain/french-day.ts";
import type { StoredAnswer, StoredQuestion } from "../../store/stored-question.ts";

/** What is told of a question in a sentence or two. */
export interface ToldQuestion {
  readonly tabledOn: CalendarDate;
  readonly askedBy: { readonly name: string; readonly party: string | null };
  readonly addressedTo: { readonly name: string; readonly office: string | null };
  readonly state: QuestionState;
  readonly answeredOn: CalendarDate | null;
  readonly answerDueOn: CalendarDate | null;
}

/** « Question de VERMEIL Odette à LAMBRECHT Aurore, Ministre des Écluses, déposée le 4 février 2014. » */
export function peopleWords({ askedBy, addressedTo, tabledOn }: ToldQuestion): string {
  const party = askedBy.party === null ? "" : ` (${askedBy.party})`;
  const office = addressedTo.office === null ? "" : `, ${addressedTo.office}`;
  return `Question de ${askedBy.name}${party} à ${addressedTo.name}${office}, déposée le ${inFull(tabledOn)}.`;
}

/** How far a question has come: « Sans réponse. » */
export function stateWords({ state, answeredOn }: Pick<ToldQuestion, "state" | "answeredOn">): string {
  switch (state) {
    case "open":
      return "Sans réponse.";
    case "holding":
      return "Réponse d’attente seulement.";
    case "converted":
      return "L’auteur a renoncé à la réponse écrite.";
    case "answered":
      return answeredOn === null ? "Réponse donnée." : `Réponse donnée le ${inFull(answeredOn)}.`;
  }
}

/** « Date limite indicative : 25 février 2014. », or nothing without one; only a verified rule gives a certain day. */
export function dueWords({ answerDueOn }: Pick<ToldQuestion, "answerDueOn">, isVerified: boolean): string {
  if (answerDueOn === null) return "";
  return `Date limite${isVerified ? "" : " indicative"}\u00a0: ${inFull(answerDueOn)}.`;
}

/** All three. How late an answer is would change every day: an entry does not. */
export function summaryWords(question: ToldQuestion, isVerified: boolean): string {
  const words = [peopleWords(question), stateWords(question), dueWords(question, isVerified)];
  return words.filter((sentence) => sentence !== "").join(" ");
}

type Texts = Pick<StoredQuestion, "questionText"> & { readonly answers: readonly StoredAnswer[] };

/** A question with some or all of its texts, as HTML that needs nothing else. */
export function contentOf(summary: string, { questionText, answers }: Texts): string {
  const question = questionText === "" ? "" : markup`<h2>Question</h2>!${paragraphs(questionText)}`;
  return markup`<p>${summary}</p>!${question}!${answers.map(answerSection)}`;
}

function answerSection(answer: StoredAnswer): string {
  const { answeredOn, answeredBy, text } = answer;
  return markup`<h2>${headingOf(answer)} de ${answeredBy.name}, le ${inFull(answeredOn)}</h2>!${paragraphs(text)}`;
}

function headingOf({ kind, nature }: StoredAnswer): string {
  if (kind === "authorNote") return "Note";
  return kind === "holdingAnswer" || nature === "holding" ? "Réponse d’attente" : "Réponse";
}

/** Of one text at most, in characters: a feed is fetched often, and the page of the question shows all of it. */
const LONGEST_TEXT = 20_000;

function paragraphs(text: string): string {
  const isCut = text.length > LONGEST_TEXT;
  const shown = isCut ? `${text.slice(0, LONGEST_TEXT)}…` : text;
  return shown
    .split(/\n{2,}/)
    .map((paragraph) => markup`<p>!${paragraph.split("\n").map(escaped).join("<br>")}</p>`)
    .join("");
}

const escaped = (line: string) => markup`${line}`;
