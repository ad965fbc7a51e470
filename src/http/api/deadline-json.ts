import type { AnswerCalendar } from "../../domain/deadline/answer-calendar.ts";
import type { AnswerRule } from "../../domain/deadline/answer-rule.ts";
import {
  explainDeadline,
  explainDoubt,
  explainFormerDeadline,
  explainNoDeadline,
} from "../../domain/deadline/explain-deadline.ts";
import type { StoredQuestion } from "../../store/stored-question.ts";
import type { DeadlineJson } from "./schemas/deadline.ts";

type Explanation = Pick<DeadlineJson, "rule" | "skipped" | "explanation">;

/**
 * Explains the stored deadline of a question by the calendar. Where the two do not agree, the stored day stands
 * as everywhere else, and the explanation says that they do not: why is not known here.
 */
export function explanationOf(question: StoredQuestion, calendar: AnswerCalendar): Explanation {
  const { explanation, ...found } = explainedBy(question, calendar);
  const { delayDoubt } = question;
  const doubt = delayDoubt === null ? "" : ` ${explainDoubt(delayDoubt)}`;
  return { ...found, explanation: `${explanation}${doubt}` };
}

function explainedBy(question: StoredQuestion, calendar: AnswerCalendar): Explanation {
  const { tabledOn, answerDueOn, answerRuleId } = question;
  const deadline = calendar.deadlineOf(tabledOn);
  const isPresent = answerDueOn === (deadline?.dueOn ?? null) && answerRuleId === (deadline?.rule.id ?? null);
  if (!isPresent) {
    const rule = calendar.rules.find(({ id }) => id === answerRuleId);
    return { rule: ruleJson(rule), skipped: [], explanation: explainFormerDeadline(answerDueOn) };
  }
  if (deadline === null) return { rule: null, skipped: [], explanation: explainNoDeadline(tabledOn) };
  return {
    rule: ruleJson(deadline.rule),
    skipped: [...deadline.skipped],
    explanation: explainDeadline(tabledOn, deadline, calendar),
  };
}

const ruleJson = (rule: AnswerRule | undefined) =>
  rule === undefined ? null : { ...rule, closedOn: [...rule.closedOn] };
