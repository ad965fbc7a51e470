import { countEach, type DelayTally, TALLY_COUNTS } from "./delay-tally.ts";

/** What groups that share no question amount to as one. A day may come several times in the durations. */
export function together(tallies: readonly DelayTally[]): DelayTally {
  return {
    ...countEach(TALLY_COUNTS, (name) => tallies.reduce((sum, tally) => sum + tally[name], 0)),
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
