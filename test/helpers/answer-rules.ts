import { type AnswerCalendar, createAnswerCalendar } from "../../src/domain/deadline/answer-calendar.ts";
import type { AnswerRule, Recess } from "../../src/domain/deadline/answer-rule.ts";
import { day } from "./questions.ts";

/** Fifteen working days, in force for ever, without public holidays; nobody's rule. */
export function aRule(overrides: Partial<AnswerRule> = {}): AnswerRule {
  return {
    id: "fifteen-working-days",
    label: "15 jours ouvrables",
    periodDays: 15,
    countedIn: "workingDays",
    dayZero: "tabledOn",
    closedOn: ["publicHolidays"],
    inForceFrom: day("1980-01-01"),
    inForceTo: null,
    citation: "Règlement imaginaire, article 1er",
    verified: true,
    ...overrides,
  };
}

/** A calendar of one rule. */
export function aCalendar(
  overrides: Partial<AnswerRule> = {},
  recesses: readonly Recess[] = [],
): AnswerCalendar {
  return createAnswerCalendar({ rules: [aRule(overrides)], recesses });
}
