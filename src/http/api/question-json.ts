import { daysTo } from "../../domain/answer-times.ts";
import { type CalendarDate, dateIn, SITE_TIME_ZONE } from "../../domain/calendar-date.ts";
import type { AnswerCalendar } from "../../domain/deadline/answer-calendar.ts";
import { daysOverdue } from "../../domain/deadline/days-overdue.ts";
import { questionIdOf } from "../../domain/question-identity.ts";
import type { AnswerSummary, QuestionSummary, StoredQuestion } from "../../store/stored-question.ts";
import { questionUrl, type Site } from "./addresses.ts";
import type { QuestionJson, QuestionSummaryJson } from "./schemas/question.ts";

/** What the public JSON says of a question beyond its record: where it is found, and how days are counted. */
export interface QuestionPresentation extends Site {
  readonly sourceUrlOf: (sourceId: string) => string | null;
  readonly answerCalendar: AnswerCalendar;
}

/** Makes the public JSON of stored questions, with their lateness as of a day. */
export interface QuestionPresenter {
  summary(question: QuestionSummary, asOf: CalendarDate): QuestionSummaryJson;
  whole(question: StoredQuestion, asOf: CalendarDate): QuestionJson;
}

export function createQuestionPresenter(presentation: QuestionPresentation): QuestionPresenter {
  return {
    summary: (question, asOf) => ({
      ...factsOf(question, asOf, presentation),
      answers: question.answers.map(answerJson),
      warnings: question.warnings.map(({ code, message }) => ({ code, message })),
    }),
    whole: (question, asOf) => ({
      ...factsOf(question, asOf, presentation),
      questionText: question.questionText,
      answers: question.answers.map(answerJson),
      warnings: [...question.warnings],
    }),
  };
}

function answerJson<Answer extends AnswerSummary>(answer: Answer) {
  return { ...answer, attachments: [...answer.attachments], natureEvidence: [...answer.natureEvidence] };
}

function factsOf(question: QuestionSummary, asOf: CalendarDate, presentation: QuestionPresentation) {
  const { sourceId, tabledOn, firstReplyOn, answeredOn, answerDueOn, answerRuleId, delayDoubt } = question;
  const readOn = dateIn(question.fetchedAt, SITE_TIME_ZONE);
  const isPossible = (date: CalendarDate | null) => date !== null && date <= readOn;
  const repliedOn = isPossible(firstReplyOn) ? firstReplyOn : null;
  // The date of a promise is not that of the answer that took its place.
  const timedOn = isPossible(answeredOn) && delayDoubt !== "promiseDate" ? answeredOn : null;
  const { parliament, sourceUrlOf, answerCalendar } = presentation;
  return {
    id: questionIdOf(parliament, sourceId),
    url: questionUrl(presentation, sourceId),
    sourceUrl: sourceUrlOf(sourceId),
    title: question.title,
    session: question.session,
    year: question.year,
    officialReference: question.officialReference,
    officialNumber: question.officialNumber,
    tabledOn,
    askedBy: question.askedBy,
    addressedTo: question.addressedTo,
    state: question.state,
    firstReplyOn,
    answeredOn,
    daysToFirstReply: daysTo(tabledOn, repliedOn),
    daysToAnswer: daysTo(tabledOn, timedOn),
    workingDaysToAnswer: timedOn === null ? null : answerCalendar.workingDaysTo(tabledOn, timedOn),
    delayDoubt,
    answerDueOn,
    daysOverdue: daysOverdue(question, asOf),
    answerRule:
      answerRuleId === null ? null : { id: answerRuleId, verified: answerCalendar.isVerified(answerRuleId) },
    fetchedAt: question.fetchedAt.toISOString(),
    revision: question.revision,
  };
}
