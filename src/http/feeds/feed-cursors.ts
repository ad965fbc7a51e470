import { type CalendarDate, isCalendarDate } from "../../domain/calendar-date.ts";
import { BadRequestError } from "../../errors.ts";
import type { EventPosition } from "../../store/feeds/event-page.ts";
import type { FeedQuestionKey } from "../../store/feeds/question-page.ts";

/** Where a page of a feed of questions ended, as an opaque text. */
export function encodeQuestionCursor({ tabledOn, id }: FeedQuestionKey): string {
  return encode(["questions", [tabledOn, id]]);
}

/**
 * What `encodeQuestionCursor` wrote.
 * @throws {BadRequestError} for anything else
 */
export function parseQuestionCursor(cursor: string): FeedQuestionKey {
  const [word, written, ...others] = partsOf(cursor);
  const key = findKey(written);
  if (word !== "questions" || key === null || others.length > 0) throw notOurs("de questions");
  const [tabledOn, id] = key;
  return { tabledOn, id };
}

/** Where the next page of a feed of events begins, as an opaque text. */
export function encodeEventCursor({ recorded, overdue }: EventPosition): string {
  return encode(["events", recorded, overdue === null ? null : [overdue.dueOn, overdue.questionId]]);
}

/**
 * What `encodeEventCursor` wrote.
 * @throws {BadRequestError} for anything else
 */
export function parseEventCursor(cursor: string): EventPosition {
  const [word, recorded, written, ...others] = partsOf(cursor);
  const key = findKey(written);
  const isOurs = word === "events" && (recorded === null || isRowId(recorded)) && others.length === 0;
  const isWhole = written === null ? recorded !== null : key !== null;
  if (!isOurs || !isWhole) throw notOurs("d’évènements");
  return { recorded, overdue: key === null ? null : { dueOn: key[0], questionId: key[1] } };
}

const notOurs = (of: string) =>
  new BadRequestError("cursor", `Ce « cursor » ne vient pas d’un fil ${of} de Vigie.`);

const isRowId = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) >= 0;

/** A day and the number of a question. */
function findKey(value: unknown): [CalendarDate, number] | null {
  if (!Array.isArray(value) || value.length !== 2) return null;
  const [day, id] = value as unknown[];
  return typeof day === "string" && isCalendarDate(day) && isRowId(id) ? [day, id] : null;
}

const encode = (parts: readonly unknown[]) => Buffer.from(JSON.stringify(parts)).toString("base64url");

function partsOf(cursor: string): unknown[] {
  try {
    const parts: unknown = JSON.parse(Buffer.from(cursor, "base64url").toString());
    return Array.isArray(parts) ? parts : [];
  } catch {
    return [];
  }
}
