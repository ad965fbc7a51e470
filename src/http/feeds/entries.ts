import { SITE_TIME_ZONE, dateIn, startOfDay } from "../../domain/calendar-date.ts";
import type { AnswerCalendar } from "../../domain/deadline/answer-calendar.ts";
import type { FeedEvent, FeedEventKind } from "../../store/feeds/event-page.ts";
import type { FeedQuestion } from "../../store/feeds/feed-question.ts";
import { questionUrl, type Site } from "../api/addresses.ts";
import type { FeedEntry } from "./feed.ts";
import { eventEntryId, overdueEntryId, questionEntryId } from "./feed-ids.ts";
import { contentOf, summaryWords } from "./question-words.ts";

/** What an entry says of a question beyond its record. */
export interface EntryContext extends Site {
  readonly sourceUrlOf: (sourceId: string) => string | null;
  readonly answerCalendar: AnswerCalendar;
}

/** A question as it stands now. */
export function questionEntry(question: FeedQuestion, context: EntryContext): FeedEntry {
  const summary = summaryOf(question, context);
  return {
    ...shared(question, context),
    id: questionEntryId(context.parliament, question.firstSourceId),
    title: question.title,
    on: question.tabledOn,
    publishedAt: startOfDay(question.tabledOn, SITE_TIME_ZONE),
    updatedAt: question.modifiedAt,
    summary,
    contentHtml: contentOf(summary, question),
  };
}

/** Each kind of event as the beginning of a title. */
export const EVENT_WORDS: Readonly<Record<FeedEventKind, string>> = {
  tabled: "Nouvelle question",
  holdingAnswer: "Réponse d’attente",
  answered: "Réponse",
  converted: "L’auteur renonce à la réponse écrite",
  corrected: "Correction",
  disappeared: "La page n’est plus montrée",
  reappeared: "La page est de nouveau montrée",
  overdue: "Date limite dépassée",
};

/** Something that happened to a question, with the texts that came with it. */
export function eventEntry(event: FeedEvent, context: EntryContext): FeedEntry {
  const { question, kind, at } = event;
  const label = EVENT_WORDS[kind];
  const isCertain = kind !== "overdue" || context.answerCalendar.isVerified(question.answerRuleId);
  const summary = summaryOf(question, context);
  const { categories, ...common } = shared(question, context);
  return {
    ...common,
    id: idOf(event, context.parliament),
    title: `${label}${isCertain ? "" : " (à titre indicatif)"}\u00a0: ${question.title}`,
    on: dateIn(at, SITE_TIME_ZONE),
    publishedAt: at,
    updatedAt: at,
    summary,
    contentHtml: contentOf(summary, textsOf(event)),
    categories: [...categories, { scheme: "event", term: kind, label }],
  };
}

function idOf(event: FeedEvent, parliament: string): string {
  const { firstSourceId } = event.question;
  return event.kind === "overdue"
    ? overdueEntryId(parliament, firstSourceId, event.occurredOn)
    : eventEntryId(parliament, firstSourceId, event.id);
}

/** What an event brought; a correction may be anywhere in the texts, and brings none by itself. */
function textsOf({ kind, occurredOn, question }: FeedEvent) {
  const { questionText, answers } = question;
  if (kind === "tabled") return { questionText, answers: [] };
  const isNote = kind === "converted";
  const isAnswer = isNote || kind === "answered" || kind === "holdingAnswer";
  return {
    questionText: "",
    answers: answers.filter(
      (answer) => isAnswer && answer.answeredOn === occurredOn && (answer.kind === "authorNote") === isNote,
    ),
  };
}

const summaryOf = (question: FeedQuestion, { answerCalendar }: EntryContext) =>
  summaryWords(question, answerCalendar.isVerified(question.answerRuleId));

type Shared = Pick<FeedEntry, "url" | "sourceUrl" | "author" | "categories">;

function shared(question: FeedQuestion, context: EntryContext): Shared {
  const { sourceId, session, portfolios, askedBy } = question;
  return {
    url: questionUrl(context, sourceId),
    sourceUrl: context.sourceUrlOf(sourceId),
    author: askedBy.name,
    categories: [
      { scheme: "session", term: session, label: `Session ${session}` },
      ...portfolios.map(({ slug, name }) => ({ scheme: "portfolio" as const, term: slug, label: name })),
    ],
  };
}
