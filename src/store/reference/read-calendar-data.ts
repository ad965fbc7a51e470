import { Type } from "typebox";
import { daysBetween } from "../../domain/calendar-date.ts";
import type { CalendarData } from "../../domain/deadline/answer-calendar.ts";
import { type AnswerRule, CLOSURES, type Recess } from "../../domain/deadline/answer-rule.ts";
import {
  Day,
  type OfParliament,
  oneOf,
  OpenDay,
  readSeed,
  refuseFaults,
  rowsOf,
  type SeedFault,
  SEEDS,
} from "./read-seed.ts";

const RULES = "answer-rules.json";
const RECESSES = "recesses.json";

const words = Type.String({ minLength: 1 });
const strict = { additionalProperties: false };

const AnswerRuleRow = Type.Object(
  {
    parliament: words,
    id: Type.String({ pattern: "^[a-z0-9-]+$" }),
    label: words,
    periodDays: Type.Integer({ minimum: 1, maximum: 366 }),
    countedIn: oneOf(["workingDays", "calendarDays"]),
    dayZero: oneOf(["tabledOn", "dayAfterTabling"]),
    closedOn: Type.Array(oneOf(CLOSURES), { uniqueItems: true }),
    inForceFrom: Day,
    inForceTo: OpenDay,
    citation: words,
    verified: Type.Boolean(),
  },
  strict,
);

/** `source` says how its days are known; for those who keep the file. */
const RecessRow = Type.Object(
  { parliament: words, from: Day, to: Day, name: words, source: Type.Optional(words) },
  strict,
);

/** A recess beyond this is a year mistyped: a parliament sits every year. */
const LONGEST_RECESS_DAYS = 366;

/**
 * The answer rules and recesses we know of a parliament; `seeds` is the folder they are read from.
 * @throws {ConfigError} that names the file, the row and the field of all that is not as it should be: a day that
 * does not exist, an end before its beginning, two rules in force on one day …
 */
export function readCalendarData(parliament: string, seeds: URL = SEEDS): CalendarData {
  const rules = readSeed(RULES, AnswerRuleRow, seeds);
  const recesses = readSeed(RECESSES, RecessRow, seeds);
  refuseFaults(RULES, rules.flatMap(faultsOfRule));
  refuseFaults(RECESSES, recesses.flatMap(faultsOfRecess));
  return {
    rules: rowsOf(rules, parliament).map(({ parliament: _, ...rule }) => rule),
    recesses: rowsOf(recesses, parliament).map(({ from, to, name }) => ({ from, to, name })),
  };
}

function faultsOfRule(
  rule: AnswerRule & OfParliament,
  index: number,
  all: readonly (AnswerRule & OfParliament)[],
): SeedFault[] {
  const row = index + 1;
  const faults: SeedFault[] = [];
  if (rule.inForceTo !== null && rule.inForceTo < rule.inForceFrom) {
    faults.push({ row, field: "inForceTo", message: "précède inForceFrom" });
  }
  all.slice(0, index).forEach((earlier, place) => {
    if (earlier.parliament !== rule.parliament) return;
    if (earlier.id === rule.id) {
      faults.push({ row, field: "id", message: `est déjà celui de l’entrée ${place + 1}` });
    }
    if (areTogetherInForce(earlier, rule)) {
      const message = `la règle est en vigueur en même temps que celle de l’entrée ${place + 1}`;
      faults.push({ row, field: "inForceFrom", message });
    }
  });
  return faults;
}

function areTogetherInForce(one: AnswerRule, other: AnswerRule): boolean {
  const beginsInTime = (rule: AnswerRule, end: AnswerRule["inForceTo"]) =>
    end === null || rule.inForceFrom <= end;
  return beginsInTime(one, other.inForceTo) && beginsInTime(other, one.inForceTo);
}

function faultsOfRecess({ from, to }: Recess, index: number): SeedFault[] {
  const fault = (message: string) => [{ row: index + 1, field: "to", message }];
  if (to < from) return fault("précède from");
  if (daysBetween(from, to) >= LONGEST_RECESS_DAYS) return fault("est à plus d’un an de from");
  return [];
}
