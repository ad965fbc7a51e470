import { carriedBefore, carriedFirstReplyOn } from "./answer-times.ts";
import type { CalendarDate } from "./calendar-date.ts";
import { slugOf } from "./folded-text.ts";
import type { Loss } from "./lost-parts.ts";
import type { QuestionContent } from "./question-content.ts";
import { type Change, compareReadings, compareVersions } from "./question-difference.ts";
import { eventsOfChange, eventsOfReading, type QuestionEvent } from "./question-events.ts";

/** `file`: nobody knows when the site showed the page. `source`: the site shows it now. */
export type PageOrigin = "file" | "source";

/** A version of a question, and the hash of the bytes it was read from. */
export interface KnownVersion {
  readonly sha256: string;
  readonly content: QuestionContent;
}

/** What is known of a question: its versions, the present one last, and the date of the first reply ever seen. */
export interface KnownHistory {
  readonly versions: readonly KnownVersion[];
  readonly firstReplyOn: CalendarDate | null;
}

/** What is to be done with a page of a question already known. */
export type PageVerdict =
  | { readonly verdict: "same" }
  | { readonly verdict: "poorer"; readonly losses: readonly Loss[] }
  | { readonly verdict: "another" }
  | {
      readonly verdict: "earlier";
      /** 1 for the first version. */
      readonly revision: number;
    }
  | {
      readonly verdict: "changed";
      readonly content: QuestionContent;
      readonly changes: readonly Change[];
      readonly events: readonly QuestionEvent[];
      /** As `answerTimes` takes it. */
      readonly carriedOn: CalendarDate | null;
    };

/**
 * Judges a page against what is known of its question. A file that is an earlier version does not bring it back; the
 * site may, because it shows now what it says.
 */
export function judgePage(
  known: KnownHistory,
  page: KnownVersion & { readonly origin: PageOrigin },
): PageVerdict {
  const present = known.versions.at(-1)!;
  const stored = { firstReplyOn: known.firstReplyOn, answers: present.content.answers };
  if (page.sha256 === present.sha256) {
    const before = known.versions.findLast(({ sha256 }) => sha256 !== page.sha256)?.content ?? null;
    const reading = compareReadings(present.content, page.content, before);
    if (reading.verdict === "same") return reading;
    return { ...reading, events: eventsOfReading(reading.changes), carriedOn: carriedBefore(stored) };
  }
  if (isAnotherQuestion(present.content, page.content)) return { verdict: "another" };
  const comparison = compareVersions(present.content, page.content);
  if (comparison.verdict !== "changed") return comparison;
  const earlier = page.origin === "file" ? findEarlierVersion(known.versions, page) : -1;
  if (earlier >= 0) return { verdict: "earlier", revision: earlier + 1 };
  const carriedOn = carriedFirstReplyOn(stored, comparison.content.answers);
  return { ...comparison, events: eventsOfChange(comparison.changes), carriedOn };
}

/**
 * A page may have come under the wrong id: a file with the wrong name, an address that shows something else. One of
 * these three may be corrected, or two under the same title; else it is not the same question.
 */
function isAnotherQuestion(stored: QuestionContent, page: QuestionContent): boolean {
  const differences = [
    stored.officialNumber !== page.officialNumber,
    stored.tabledOn !== page.tabledOn,
    slugOf(stored.askedBy) !== slugOf(page.askedBy),
  ].filter((differs) => differs).length;
  return differences === 3 || (differences === 2 && slugOf(stored.title) !== slugOf(page.title));
}

/** By its bytes too: a mended parser may read another thing in them than was stored. */
function findEarlierVersion(versions: readonly KnownVersion[], page: KnownVersion): number {
  return versions
    .slice(0, -1)
    .findLastIndex(({ sha256, content }) => sha256 === page.sha256 || saysNoMore(content, page.content));
}

/** Whether a page says what a version says, or tells an office or an address beside. */
function saysNoMore(version: QuestionContent, page: QuestionContent): boolean {
  const comparison = compareVersions(version, page);
  if (comparison.verdict !== "changed") return comparison.verdict === "same";
  return comparison.changes.every(({ kind }) => kind === "completed");
}
