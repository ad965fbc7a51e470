import type { CalendarDate } from "../calendar-date.ts";

/** To be changed with the way days are counted: what is stored is then derived again at the next start. */
export const DEADLINE_RULES = "1";

/** Days that an answer period may leave out beside Saturdays and Sundays. `communityDay`: 27 September. */
export const CLOSURES = ["publicHolidays", "communityDay", "recess"] as const;

export type Closure = (typeof CLOSURES)[number];

/** How long a government has to answer, as one version of the rules of a parliament states it, or as we suppose. */
export interface AnswerRule {
  readonly id: string;
  /** The rule in a few French words, as readers see it. */
  readonly label: string;
  readonly periodDays: number;
  readonly countedIn: "workingDays" | "calendarDays";
  /** The day from which days are counted: the one after it is the first. */
  readonly dayZero: "tabledOn" | "dayAfterTabling";
  /** Days that do not count. With working days, Saturdays and Sundays never do. */
  readonly closedOn: readonly Closure[];
  /** Questions tabled on this day or later, up to `inForceTo`, which is null while the rule is in force. */
  readonly inForceFrom: CalendarDate;
  readonly inForceTo: CalendarDate | null;
  /** Where the rule was read, or what it was supposed from, as a French sentence. */
  readonly citation: string;
  /** Whether the text of the rule itself was read. While it was not, lateness is indicative. */
  readonly verified: boolean;
}

/** Whether a rule is in force on some day of a period, both ends included; `from` is null for all days up to `to`. */
export function isInForce(
  { inForceFrom, inForceTo }: Pick<AnswerRule, "inForceFrom" | "inForceTo">,
  { from, to }: { readonly from: CalendarDate | null; readonly to: CalendarDate },
): boolean {
  return inForceFrom <= to && (inForceTo === null || from === null || from <= inForceTo);
}

/** A period in which the parliament does not sit, both days included. */
export interface Recess {
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  /** In French. */
  readonly name: string;
}
