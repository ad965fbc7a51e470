import type { DelayTally } from "./delay-tally.ts";

const COUNTS = [
  ...([
    "tabled",
    "answered",
    "referrals",
    "notCompetent",
    "open",
    "holding",
    "converted",
    "excluded",
  ] as const),
  ...(["overdue", "answeredWithDeadline", "answeredInTime", "due", "dueAnsweredInTime"] as const),
] as const;

/** What groups that share no question amount to as one. A day may come several times in the durations. */
export function together(tallies: readonly DelayTally[]): DelayTally {
  const sums = COUNTS.map((name) => [name, tallies.reduce((sum, tally) => sum + tally[name], 0)] as const);
  return {
    ...(Object.fromEntries(sums) as Record<(typeof COUNTS)[number], number>),
    oldestOpen: tallies.map(({ oldestOpen }) => oldestOpen).reduce(older, null),
    substantive: tallies.flatMap(({ substantive }) => substantive),
    firstReply: tallies.flatMap(({ firstReply }) => firstReply),
  };
}

type OldestOpen = DelayTally["oldestOpen"];

function older(one: OldestOpen, other: OldestOpen): OldestOpen {
  if (one === null || other === null) return one ?? other;
  return other.tabledOn < one.tabledOn ? other : one;
}
