import type { PageOrigin } from "../../domain/page-verdict.ts";
import type { ParsedQuestion } from "../../domain/parsed-question.ts";
import { isReferenceSourceId } from "../../domain/question-identity.ts";
import type { TakenPage } from "./taken-page.ts";
import { findUnstorable } from "./unstorable.ts";

/** A page that was read as a written question, with the number of its snapshot. */
export interface ReadPage {
  /** The `iddoc`; null where nothing tells it. */
  readonly sourceId: string | null;
  readonly sha256: string;
  readonly snapshotId: number;
  readonly parserVersion: string;
  readonly origin: PageOrigin;
  readonly fetchedAt: Date;
  readonly question: ParsedQuestion;
}

/** The same page, refused where the database could not keep its question. */
export function refuseUnstorable(page: TakenPage): TakenPage {
  if (!("question" in page.reading)) return page;
  const message = findUnstorable(page.reading.question);
  return message === null ? page : { ...page, reading: { refusal: { code: "incomplete", message } } };
}

/** A taken page with what was read in it; an id of our own making (`ref-…`) tells nothing about the record. */
export function readPageOf(page: TakenPage, question: ParsedQuestion, snapshotId: number): ReadPage {
  const { sha256, fetchedAt } = page.snapshot;
  const told = question.sourceId ?? page.snapshot.sourceId;
  const sourceId = told !== null && isReferenceSourceId(told) ? null : told;
  const { parserVersion, origin } = page;
  return { sourceId, sha256, snapshotId, parserVersion, origin, fetchedAt, question };
}
