import { isCalendarDate } from "../../domain/calendar-date.ts";
import { BadRequestError } from "../../errors.ts";
import { type PageKey, QUESTION_SORTS, type QuestionSort, STRETCH_COUNTS } from "../../store/keyset.ts";
import { isCount, partsOfCursor, writeCursor } from "../opaque-cursor.ts";

/** Where a page ended, as an opaque text that only fits lists of the same order. */
export function encodeCursor(sort: QuestionSort, { stretch, day, id, relevance }: PageKey): string {
  const ranked = relevance === undefined ? [] : [relevance.rank, relevance.newestId];
  return writeCursor([sort, stretch, day, id, ...ranked]);
}

/** The list that a cursor is given back to. */
interface ContinuedList {
  readonly sort: QuestionSort;
  /** Whether words are sought in it. */
  readonly isSearch: boolean;
}

/**
 * What `encodeCursor` wrote.
 * @throws {BadRequestError} for anything else, and for the cursor of a list in another order
 */
export function parseCursor(cursor: string, { sort, isSearch }: ContinuedList): PageKey {
  const [writtenFor, stretch, day, id, rank, newestId, ...more] = partsOfCursor(cursor);
  const order = QUESTION_SORTS.find((known) => known === writtenFor);
  const isOurs =
    order !== undefined &&
    isCount(stretch) &&
    stretch < STRETCH_COUNTS[order] &&
    typeof day === "string" &&
    isCalendarDate(day) &&
    isCount(id) &&
    more.length === 0;
  const isRanked = typeof rank === "number" && isCount(newestId);
  if (!isOurs || (rank !== undefined && !isRanked)) {
    throw new BadRequestError("cursor", "Ce « cursor » n’est pas un « nextCursor » que Vigie a donné.");
  }
  if (order !== sort) {
    throw new BadRequestError(
      "cursor",
      `Ce « cursor » vient d’une liste dans l’ordre « ${order} », et non « ${sort} ».`,
    );
  }
  if (isRanked !== (sort === "relevance" && isSearch)) {
    throw new BadRequestError("cursor", "Ce « cursor » vient d’une autre recherche.");
  }
  return { stretch, day, id, ...(isRanked ? { relevance: { rank, newestId } } : {}) };
}
