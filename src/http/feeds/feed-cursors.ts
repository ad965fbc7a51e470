import { type CalendarDate, isCalendarDate } from "../../domain/calendar-date.ts";
import { BadRequestError } from "../../errors.ts";
import type { EventPosition } from "../../store/feeds/event-page.ts";
import type { FeedQuestionKey } from "../../store/feeds/feed-page.ts";
import { isCount, partsOfCursor, writeCursor } from "../opaque-cursor.ts";

/** Where a page of a feed of questions ended, as an opaque text. */
export function encodeQuestionCursor({ tabledOn, id }: FeedQuestionKey): string {
  return writeCursor(["questions", [tabledOn, id]]);
}

/**
 * What `encodeQuestionCursor` wrote.
 * @throws {BadRequestError} for anything else
 */
export function parseQuestionCursor(cursor: string): FeedQuestionKey {
  const [word, written, ...others] = partsOfCursor(cursor);
  const key = findKey(written);
  if (word !== "questions" || key === null || others.length > 0) throw notOurs("de questions");
  const [tabledOn, id] = key;
  return { tabledOn, id };
}

/** Where the next page of a feed of events begins, as an opaque text. */
export function encodeEventCursor({ recorded, overdue }: EventPosition): string {
  return writeCursor(["events", recorded, overdue === null ? null : [overdue.dueOn, overdue.questionId]]);
}

/**
 * What `encodeEventCursor` wrote.
 * @throws {BadRequestError} for anything else
 */
export function parseEventCursor(cursor: string): EventPosition {
  const [word, recorded, written, ...others] = partsOfCursor(cursor);
  const key = findKey(written);
  const isOurs = word === "events" && (recorded === null || isCount(recorded)) && others.length === 0;
  const isWhole = written === null ? recorded !== null : key !== null;
  if (!isOurs || !isWhole) throw notOurs("d’évènements");
  return { recorded, overdue: key === null ? null : { dueOn: key[0], questionId: key[1] } };
}

const notOurs = (of: string) =>
  new BadRequestError("cursor", `Ce « cursor » ne vient pas d’un fil ${of} de Vigie.`);

/** A day and the number of a question. */
function findKey(value: unknown): [CalendarDate, number] | null {
  if (!Array.isArray(value) || value.length !== 2) return null;
  const [day, id] = value as unknown[];
  return typeof day === "string" && isCalendarDate(day) && isCount(id) ? [day, id] : null;
}
