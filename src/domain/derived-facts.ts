import { type AnswerTimes, answerTimes } from "./answer-times.ts";
import type { CalendarDate } from "./calendar-date.ts";
import type { AnswerCalendar } from "./deadline/answer-calendar.ts";
import { type PartyList, partyOf } from "./offices/party-lists.ts";
import { authorOf } from "./mentions.ts";
import { type PersonCorrections, personSlugOf } from "./person-corrections.ts";
import type { QuestionContent } from "./question-content.ts";

/** To be changed with what is derived here: what is stored is then derived again at the next start. */
export const FACT_RULES = "1";

/** What is known beside the pages, and decides what follows from them. */
export interface DerivationData {
  readonly answerCalendar: AnswerCalendar;
  readonly partyLists: readonly PartyList[];
  readonly corrections: PersonCorrections;
}

/** What follows from a version of a question. It changes with the rules and the reference data, without a new version. */
export interface DerivedFacts extends AnswerTimes {
  /** Last day on which an answer is on time, by the rule of this id; both null where no rule was in force. */
  readonly answerDueOn: CalendarDate | null;
  readonly answerRuleId: string | null;
  /** Party of the author in the session of the question; null where no list of that time tells it. */
  readonly askedByParty: string | null;
}

/** Derives all that follows from a version; `carriedOn` as `answerTimes` takes it. */
export function deriveFacts(
  content: QuestionContent,
  carriedOn: CalendarDate | null,
  { answerCalendar, partyLists, corrections }: DerivationData,
): DerivedFacts {
  const deadline = answerCalendar.deadlineOf(content.tabledOn);
  const author = personSlugOf(corrections, authorOf(content));
  return {
    ...answerTimes(content.answers, carriedOn),
    answerDueOn: deadline?.dueOn ?? null,
    answerRuleId: deadline?.rule.id ?? null,
    askedByParty: partyOf(partyLists, author, content.session),
  };
}
