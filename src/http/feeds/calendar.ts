import ical, { escape, ICalCalendarMethod, ICalEventStatus, ICalEventTransparency } from "ical-generator";
import { nextDay } from "../../domain/calendar-date.ts";
import type { AnswerCalendar } from "../../domain/deadline/answer-calendar.ts";
import { questionIdOf } from "../../domain/question-identity.ts";
import type { FeedDeadline, FeedDeadlines } from "../../store/feeds/deadlines.ts";
import { questionUrl, type Site } from "../api/addresses.ts";
import { printable } from "../printable.ts";
import { dueWords, peopleWords, stateWords } from "./question-words.ts";

/** What a calendar says beyond its days. */
export interface CalendarContext extends Site {
  readonly answerCalendar: AnswerCalendar;
  /** Which questions are meant, in French. */
  readonly filter: string;
  /** How many days of either kind it holds at most. */
  readonly limit: number;
  /** The address of the calendar itself. */
  readonly self: string;
}

const HOUR_SECONDS = 3600;

/**
 * Deadlines as an iCalendar (RFC 5545), one all-day event each. The same deadlines always give the same text: every
 * instant in it is one of theirs.
 */
export function calendarOf(deadlines: FeedDeadlines, context: CalendarContext): string {
  const { filter, limit, self } = context;
  const cut = deadlines.isCutShort ? ` Il y en a plus\u00a0: seules les ${limit} dernières y sont.` : "";
  const calendar = ical({
    prodId: { company: "Vigie", product: "Dates limites", language: "FR" },
    method: ICalCalendarMethod.PUBLISH,
    // The library escapes what is in events, but not these two.
    name: inLine(`Vigie · dates limites\u00a0: ${filter}`),
    description: inLine(`Dernier jour pour répondre. ${filter}.${cut}`),
    source: self,
    ttl: HOUR_SECONDS,
  });
  for (const deadline of deadlines.awaited) calendar.createEvent(eventOf(deadline, context));
  for (const deadline of deadlines.settled) {
    calendar.createEvent({ ...eventOf(deadline, context), status: ICalEventStatus.CANCELLED });
  }
  return printable(calendar.toString());
}

const inLine = (text: string) => escape(text, false);

function eventOf(deadline: FeedDeadline, context: CalendarContext) {
  const { firstSourceId, sourceId, title, addressedTo, answerDueOn, answerRuleId, modifiedAt } = deadline;
  const isCertain = context.answerCalendar.isVerified(answerRuleId);
  const url = questionUrl(context, sourceId);
  return {
    id: `${encodeURIComponent(questionIdOf(context.parliament, firstSourceId))}@vigie`,
    sequence: sequenceOf(modifiedAt),
    start: answerDueOn,
    end: nextDay(answerDueOn),
    allDay: true,
    // Nobody is busy all day because an answer is due.
    transparency: ICalEventTransparency.TRANSPARENT,
    status: ICalEventStatus.CONFIRMED,
    stamp: modifiedAt,
    lastModified: modifiedAt,
    summary: `Réponse attendue de ${addressedTo.name}\u00a0: ${title}`,
    description: [peopleWords(deadline), stateWords(deadline), dueWords(deadline, isCertain), url].join("\n"),
    url,
  };
}

const MILLENNIUM = Date.UTC(2000, 0, 1);

/**
 * Seconds since the year 2000, which fit the integers of a calendar until 2068. Whatever moves a deadline, a new version
 * of the page or a new reading of the rules, changes the question; so the number grows whenever the day moves.
 */
const sequenceOf = (modifiedAt: Date) => Math.max(0, Math.floor((modifiedAt.getTime() - MILLENNIUM) / 1000));
