import { Type } from "typebox";
import type { CalendarData } from "../../domain/deadline/answer-calendar.ts";
import { CLOSURES } from "../../domain/deadline/answer-rule.ts";
import { Day, oneOf, OpenDay, readSeed } from "./read-seed.ts";

const AnswerRuleRow = Type.Object({
  parliament: Type.String(),
  id: Type.String({ pattern: "^[a-z0-9-]+$" }),
  label: Type.String({ minLength: 1 }),
  periodDays: Type.Integer({ minimum: 1, maximum: 366 }),
  countedIn: oneOf(["workingDays", "calendarDays"]),
  dayZero: oneOf(["tabledOn", "dayAfterTabling"]),
  closedOn: Type.Array(oneOf(CLOSURES)),
  inForceFrom: Day,
  inForceTo: OpenDay,
  citation: Type.String({ minLength: 1 }),
  verified: Type.Boolean(),
});

const RecessRow = Type.Object({ parliament: Type.String(), from: Day, to: Day, name: Type.String() });

/** The answer rules and recesses we know of a parliament. */
export function readCalendarData(parliament: string): CalendarData {
  const isOurs = (row: { readonly parliament: string }) => row.parliament === parliament;
  return {
    rules: readSeed("answer-rules.json", AnswerRuleRow)
      .filter(isOurs)
      .map(({ parliament: _, ...rule }) => rule),
    recesses: readSeed("recesses.json", RecessRow)
      .filter(isOurs)
      .map(({ parliament: _, ...recess }) => recess),
  };
}
