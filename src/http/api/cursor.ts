import { isCalendarDate } from "../../domain/calendar-date.ts";
import { BadRequestError } from "../../errors.ts";
import { type PageKey, QUESTION_SORTS, type QuestionSort } from "../../store/keyset.ts";

/** Where a page ended, as an opaque text that only fits lists of the same order. */
export function encodeCursor(sort: QuestionSort, { unanswered, day, id }: PageKey): string {
  return Buffer.from(JSON.stringify([sort, unanswered, day, id])).toString("base64url");
}

/**
 * What `encodeCursor` wrote.
 * @throws {BadRequestError} for anything else, and for the cursor of a list in another order
 */
export function parseCursor(cursor: string, sort: QuestionSort): PageKey {
  const [writtenFor, unanswered, day, id] = partsOf(cursor);
  const isOurs =
    QUESTION_SORTS.some((known) => known === writtenFor) &&
    typeof unanswered === "boolean" &&
    typeof day === "string" &&
    isCalendarDate(day) &&
    typeof id === "number" &&
    Number.isSafeInteger(id);
  if (!isOurs || (unanswered && sort.endsWith("tabledOn"))) {
    throw new BadRequestError("cursor", "Ce « cursor » n’est pas un « nextCursor » que Vigie a donné.");
  }
  if (writtenFor !== sort) {
    throw new BadRequestError(
      "cursor",
      `Ce « cursor » vient d’une liste dans l’ordre « ${String(writtenFor)} », et non « ${sort} ».`,
    );
  }
  return { unanswered, day, id };
}

function partsOf(cursor: string): unknown[] {
  try {
    const parts: unknown = JSON.parse(Buffer.from(cursor, "base64url").toString());
    return Array.isArray(parts) ? parts : [];
  } catch {
    return [];
  }
}
