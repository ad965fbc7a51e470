import { answerTimes, carriedFirstReplyOn } from "./answer-times.ts";
import type { CalendarDate } from "./calendar-date.ts";
import type { KnownVersion } from "./page-verdict.ts";
import type { QuestionContent } from "./question-content.ts";
import { differenceBetween, takeOver } from "./question-difference.ts";
import { eventsOfChange } from "./question-events.ts";

/** What is known of a question once the pages of its versions were taken over again. */
export interface ReplayedHistory {
  /** One for each page given, the present one last. */
  readonly versions: readonly KnownVersion[];
  readonly firstReplyOn: CalendarDate | null;
  /** Whether a page contradicted the one before it: there is then an earlier text that must not come back. */
  readonly wasCorrected: boolean;
}

/**
 * Takes the pages of a question's versions over again, in order, as the present parser reads them. At least one. A page
 * in a row with itself is a version that was read again, and adds nothing.
 */
export function replayVersions(pages: readonly KnownVersion[]): ReplayedHistory {
  const versions: KnownVersion[] = [];
  let firstReplyOn: CalendarDate | null = null;
  let wasCorrected = false;
  for (const page of pages) {
    const known = versions.at(-1);
    if (known?.sha256 === page.sha256) {
      versions.push(known);
      continue;
    }
    const content = known === undefined ? page.content : takeOver(known.content, page.content);
    firstReplyOn = nextFirstReplyOn({ firstReplyOn, answers: known?.content.answers ?? [] }, content);
    wasCorrected ||= known !== undefined && contradicts(known, content);
    versions.push({ sha256: page.sha256, content });
  }
  return { versions, firstReplyOn, wasCorrected };
}

/** A version as it is stored, and which page it was read from. */
export interface ReadVersion {
  readonly pageId: number;
  readonly content: QuestionContent;
}

/** The date of the first reply ever shown, over the versions stored; of those read from one page the last is right. */
export function firstReplyOver(versions: readonly ReadVersion[]): CalendarDate | null {
  const shown = versions.filter(({ pageId }, i) => versions[i + 1]?.pageId !== pageId);
  let firstReplyOn: CalendarDate | null = null;
  for (const [i, { content }] of shown.entries()) {
    firstReplyOn = nextFirstReplyOn({ firstReplyOn, answers: shown[i - 1]?.content.answers ?? [] }, content);
  }
  return firstReplyOn;
}

function nextFirstReplyOn(stored: Parameters<typeof carriedFirstReplyOn>[0], { answers }: QuestionContent) {
  return answerTimes(answers, carriedFirstReplyOn(stored, answers)).firstReplyOn;
}

function contradicts(known: KnownVersion, content: KnownVersion["content"]): boolean {
  const difference = differenceBetween(known.content, content);
  return (
    difference.verdict === "changed" &&
    eventsOfChange(difference.changes).some(({ kind }) => kind === "corrected")
  );
}
