import type { CalendarDate } from "../calendar-date.ts";
import { Lexicon } from "./lexicon.ts";
import { findTwinScore, type TwinScore } from "./twin-score.ts";
import { type TwinQuestion, TwinSide } from "./twin-side.ts";

/** How the day of a twin stands to the day of the question it is a twin of. */
export const TWIN_RELATIONS = ["sameDay", "earlier", "later"] as const;

export type TwinRelation = (typeof TWIN_RELATIONS)[number];

export interface DatedQuestion extends TwinQuestion {
  readonly id: number;
  readonly tabledOn: CalendarDate;
}

export interface Twin<Candidate> extends TwinScore {
  readonly relation: TwinRelation;
  readonly question: Candidate;
}

/** The twins of a question among others, the most alike first, then the newest; never the question itself. */
export function listTwins<Candidate extends DatedQuestion>(
  question: DatedQuestion,
  candidates: readonly Candidate[],
): Twin<Candidate>[] {
  const lexicon = new Lexicon();
  const side = new TwinSide(question, lexicon);
  const twins = candidates.flatMap((candidate) => {
    if (candidate.id === question.id) return [];
    const score = findTwinScore(side, new TwinSide(candidate, lexicon));
    if (score === null) return [];
    return [{ ...score, relation: relationOf(question.tabledOn, candidate.tabledOn), question: candidate }];
  });
  return twins.sort(byLikeness);
}

function relationOf(tabledOn: CalendarDate, other: CalendarDate): TwinRelation {
  if (other === tabledOn) return "sameDay";
  return other < tabledOn ? "earlier" : "later";
}

function byLikeness<Candidate extends DatedQuestion>(one: Twin<Candidate>, other: Twin<Candidate>): number {
  if (one.score !== other.score) return other.score - one.score;
  const [day, otherDay] = [one.question.tabledOn, other.question.tabledOn];
  if (day !== otherDay) return day < otherDay ? 1 : -1;
  return other.question.id - one.question.id;
}
