import { type AnswerTimes, answerTimes } from "./answer-times.ts";
import type { CalendarDate } from "./calendar-date.ts";
import { type DelayDoubt, delayDoubtOf } from "./delay-doubt.ts";
import type { AnswerCalendar } from "./deadline/answer-calendar.ts";
import { type PartyList, partyOf } from "./offices/party-lists.ts";
import { authorOf } from "./mentions.ts";
import { type PersonCorrections, personSlugOf } from "./person-corrections.ts";
import type { QuestionContent } from "./question-content.ts";

/** To be changed with what is derived here: what is stored is then derived again at the next start. */
export const FACT_RULES = "2";

/** What is known beside the pages, and decides what follows from them. */
export interface DerivationData {
  readonly answerCalendar: AnswerCalendar;
  readonly partyLists: readonly PartyList[];
  readonly corrections: PersonCorrections;
}

/** What follows from a version of a question. It changes with the rules and the reference data, without a new version. */
export interface DerivedFacts extends AnswerTimes {
  /** Why its delays cannot be told; null where they can. */
  readonly delayDoubt: DelayDoubt | null;
  /** Last day on which an answer is on time, by the rule of this id; both null where no rule was in force. */
  readonly answerDueOn: CalendarDate | null;
  readonly answerRuleId: string | null;
  /** Party of the author in the session of the question; null where no list of that time tells it. */
  readonly askedByParty: string | null;
}

/** What facts are derived from. */
export interface KnownQuestion {
  /** Every version, the present one last. */
  readonly versions: readonly QuestionContent[];
  /** How many items the page says it holds; null where it does not say. */
  readonly announcedItems: number | null;
  /** The day on which its page was last read. */
  readonly readOn: CalendarDate;
  /** The date of the first reply ever seen, also where no version shows it any more. */
  readonly firstReplyOn: CalendarDate | null;
}

/** Derives all that follows from a question as it stands. */
export function deriveFacts(
  { versions, announcedItems, readOn, firstReplyOn }: KnownQuestion,
  { answerCalendar, partyLists, corrections }: DerivationData,
): DerivedFacts {
  const content = versions.at(-1)!;
  const times = answerTimes(content.answers, firstReplyOn);
  const deadline = answerCalendar.deadlineOf(content.tabledOn);
  const author = personSlugOf(corrections, authorOf(content));
  return {
    ...times,
    delayDoubt: delayDoubtOf(times, { versions, announcedItems, readOn }),
    answerDueOn: deadline?.dueOn ?? null,
    answerRuleId: deadline?.rule.id ?? null,
    askedByParty: partyOf(partyLists, author, content.session),
  };
}
