import type { CalendarDate } from "../../src/domain/calendar-date.ts";
import type { DelayTally } from "../../src/domain/delays/delay-tally.ts";
import type { DurationCount } from "../../src/domain/delays/duration-count.ts";
import type { TimedQuestion } from "./timed-questions.ts";

type Entry = readonly [sourceId: string, question: TimedQuestion];

/**
 * What a person with a pencil makes of these questions, one after the other; they come in the order of their
 * ids.
 */
export function tallyByHand(entries: readonly Entry[], asOf: CalendarDate): DelayTally {
  const there = entries.filter(([, { tabledOn }]) => tabledOn <= asOf);
  const possible = there.filter(([, { tabledOn, holdingOn, answeredOn, convertedOn }]) =>
    [holdingOn, answeredOn, convertedOn].every((date) => date === undefined || date >= tabledOn),
  );
  const known = possible.map(([sourceId, question]) => {
    const past = (date?: CalendarDate) => (date !== undefined && date <= asOf ? date : null);
    const answered = past(question.answeredOn);
    const converted = past(question.convertedOn);
    const replies = [past(question.holdingOn), answered].filter((date) => date !== null).sort();
    const isDue =
      question.answerDueOn !== undefined &&
      question.answerDueOn < asOf &&
      !(converted !== null && converted <= question.answerDueOn);
    return { ...question, sourceId, answered, converted, replied: replies[0] ?? null, isDue };
  });
  const answered = known.filter((question) => question.answered !== null);
  const open = known.filter((question) => question.answered === null && question.converted === null);
  const withDeadline = answered.filter(({ answerDueOn }) => answerDueOn !== undefined);
  const inTime = withDeadline.filter((question) => question.answered! <= question.answerDueOn!);
  const first = open.toSorted((one, other) => (one.tabledOn < other.tabledOn ? -1 : 1));
  const earliest = first.filter(({ tabledOn }) => tabledOn === first[0]!.tabledOn);
  const oldest = open.find((question) => earliest.includes(question));
  return {
    tabled: known.length,
    answered: answered.length,
    referrals: answered.filter(({ answerNature }) => answerNature === "referral").length,
    notCompetent: answered.filter(({ answerNature }) => answerNature === "notCompetent").length,
    open: open.length,
    holding: open.filter(({ replied }) => replied !== null).length,
    converted: known.length - answered.length - open.length,
    excluded: there.length - possible.length,
    overdue: open.filter(({ isDue }) => isDue).length,
    answeredWithDeadline: withDeadline.length,
    answeredInTime: inTime.length,
    due: known.filter(({ isDue }) => isDue).length,
    dueAnsweredInTime: inTime.filter(({ isDue }) => isDue).length,
    oldestOpen: oldest === undefined ? null : { sourceId: oldest.sourceId, tabledOn: oldest.tabledOn },
    substantive: durations(known.map((q) => [q.tabledOn, q.answered, q.converted ?? asOf])),
    firstReply: durations(known.map((q) => [q.tabledOn, q.replied, q.converted ?? asOf])),
  };
}

type Span = readonly [from: CalendarDate, event: CalendarDate | null, lastSeen: CalendarDate];

function durations(spans: readonly Span[]): DurationCount[] {
  const ended = spans.map(([from, event, lastSeen]) => ({
    day: Math.round((Date.parse(event ?? lastSeen) - Date.parse(from)) / 86_400_000),
    isEvent: event !== null,
  }));
  const days = [...new Set(ended.map(({ day }) => day))].sort((one, other) => one - other);
  return days.map((day) => {
    const same = ended.filter((end) => end.day === day);
    const events = same.filter(({ isEvent }) => isEvent).length;
    return { day, events, censored: same.length - events };
  });
}
