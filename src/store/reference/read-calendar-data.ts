import { Type } from "typebox";
import type { CalendarDate } from "../../domain/calendar-date.ts";
import type { CalendarData } from "../../domain/deadline/answer-calendar.ts";
import { type AnswerRule, CLOSURES } from "../../domain/deadline/answer-rule.ts";
import { Day, readSeed } from "./read-seed.ts";

const AnswerRuleRow = Type.Object({
  parliament: Type.String(),
  id: Type.String({ pattern: "^[a-z0-9-]+$" }),
  label: Type.String({ minLength: 1 }),
  periodDays: Type.Integer({ minimum: 1, maximum: 366 }),
  countedIn: Type.Union([Type.Literal("workingDays"), Type.Literal("calendarDays")]),
  dayZero: Type.Union([Type.Literal("tabledOn"), Type.Literal("dayAfterTabling")]),
  closedOn: Type.Array(Type.Union(CLOSURES.map((closure) => Type.Literal(closure)))),
  inForceFrom: Day,
  inForceTo: Type.Union([Day, Type.Null()]),
  citation: Type.String({ minLength: 1 }),
  verified: Type.Boolean(),
});

const RecessRow = Type.Object({ parliament: Type.String(), from: Day, to: Day, name: Type.String() });

/** The answer rules and recesses we know of a parliament. */
export function readCalendarData(parliament: string): CalendarData {
  const isOurs = (row: { readonly parliament: string }) => row.parliament === parliament;
  const rules = readSeed("answer-rules.json", AnswerRuleRow).filter(isOurs);
  const recesses = readSeed("recesses.json", RecessRow).filter(isOurs);
  return {
    rules: rules.map(({ parliament: _, ...rule }) => rule as AnswerRule),
    recesses: recesses.map(({ from, to, name }) => ({
      from: from as CalendarDate,
      to: to as CalendarDate,
      name,
    })),
  };
}
