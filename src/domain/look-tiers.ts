import { type CalendarDate, dateIn, daysBetween, SITE_TIME_ZONE } from "./calendar-date.ts";
import type { PageStatus, QuestionFacts } from "./page-status.ts";

/** Groups of ids that are looked at again in the same rhythm. */
export type LookTier =
  | "openYoung"
  | "openAging"
  | "openOld"
  | "answeredRecently"
  | "settled"
  | "vanished"
  | "absent"
  | "absentLong"
  | "beyond"
  | "unread"
  | "unreadLong";

/** How often the pages of a tier are looked at, and how long it lasts. */
export interface TierRule {
  readonly tier: LookTier;
  /** Days since the tier's pages were tabled, answered or first looked at; the tier ends before that many. */
  readonly untilDays: number;
  /** Days between two looks; 0 means every round. */
  readonly everyDays: number;
}

/** Questions that wait for their answer, those with a holding answer among them, by days since they were tabled. */
const OPEN: readonly TierRule[] = [
  { tier: "openYoung", untilDays: 60, everyDays: 0 },
  { tier: "openAging", untilDays: 365, everyDays: 7 },
  { tier: "openOld", untilDays: Infinity, everyDays: 30 },
];

/** Answered and converted questions, by days since the answer: corrections and annexes come late. */
const CLOSED: readonly TierRule[] = [
  { tier: "answeredRecently", untilDays: 30, everyDays: 7 },
  { tier: "settled", untilDays: Infinity, everyDays: 91 },
];

/** Questions whose page is gone. */
const VANISHED: readonly TierRule[] = [{ tier: "vanished", untilDays: Infinity, everyDays: 7 }];

/** Ids above the highest known question that show nothing: each round walks over them, none is due by itself. */
const BEYOND: readonly TierRule[] = [{ tier: "beyond", untilDays: Infinity, everyDays: 0 }];

/** Ids below it that show nothing, by days since the first look from there: some are filled late. */
const ABSENT: readonly TierRule[] = [{ tier: "absent", untilDays: 45, everyDays: 1 }];

/** Those of a time long past, as a backfill meets them by the thousand: whoever fills one does not do it overnight. */
const ABSENT_LONG: readonly TierRule[] = [{ tier: "absentLong", untilDays: 45, everyDays: 15 }];

/** Pages that did not come or could not be read, by days since the first look. */
const UNREAD: readonly TierRule[] = [
  { tier: "unread", untilDays: 45, everyDays: 1 },
  { tier: "unreadLong", untilDays: Infinity, everyDays: 30 },
];

/** Every tier there is, in the order in which they are shown. */
export const TIER_RULES: readonly TierRule[] = [
  ...OPEN,
  ...CLOSED,
  ...VANISHED,
  ...ABSENT,
  ...ABSENT_LONG,
  ...BEYOND,
  ...UNREAD,
];

/** About as many ids as the Parliament gives out in a quarter. */
const RECENT_IDS = 2_000;

/** A page that did not come, or came cut, often comes whole a little later: so many looks are made every round. */
const EAGER_LOOKS = 4;

interface LookedAt {
  readonly sourceNumber: number;
  readonly at: Date;
  readonly status: PageStatus;
  /** Whether the look brought what it should; else the page is soon looked at again. */
  readonly isWell: boolean;
  /** How far the id lies below the highest known question; negative above it. */
  readonly idsBelowNewest: number;
  readonly question: QuestionFacts | null;
  readonly looks: number;
  readonly firstLookedAt: Date;
}

/** When to look again after a look, and as what; null where there is nothing more to expect (a record of another kind). */
export function nextLook(page: LookedAt): { readonly tier: LookTier; readonly dueAt: Date | null } | null {
  const { at, sourceNumber, looks, isWell } = page;
  const ladder = ladderOf(page);
  if (ladder === null) return null;
  const age = daysBetween(ladder.since, dateIn(at, SITE_TIME_ZONE));
  const rule = ladder.rules.find(({ untilDays }) => age < untilDays);
  if (rule === undefined) return null;
  const { tier, everyDays } = rule;
  if (tier === "beyond") return { tier, dueAt: null };
  if (!isWell) {
    const isEager = tier === "unread" && looks < EAGER_LOOKS;
    // Of a question the next version may be missed.
    const longest = page.question === null ? Infinity : 1;
    return { tier, dueAt: addDays(at, isEager ? 0 : Math.min(everyDays, longest)) };
  }
  return {
    tier,
    dueAt: tier === "settled" ? ownDayAfter(at, sourceNumber, everyDays) : addDays(at, everyDays),
  };
}

function ladderOf(
  page: LookedAt,
): { readonly rules: readonly TierRule[]; readonly since: CalendarDate } | null {
  const { status, question, firstLookedAt, idsBelowNewest } = page;
  const sinceFirstLook = dateIn(firstLookedAt, SITE_TIME_ZONE);
  if (status === "otherKind") return null;
  if (status === "absent") {
    if (question !== null) return { rules: VANISHED, since: sinceFirstLook };
    const rules = idsBelowNewest < 0 ? BEYOND : idsBelowNewest <= RECENT_IDS ? ABSENT : ABSENT_LONG;
    return { rules, since: sinceFirstLook };
  }
  if (status !== "question" || question === null) return { rules: UNREAD, since: sinceFirstLook };
  const { state, tabledOn, answeredOn } = question;
  const isOpen = state === "open" || state === "holding";
  return isOpen ? { rules: OPEN, since: tabledOn } : { rules: CLOSED, since: answeredOn ?? tabledOn };
}

const DAY_MS = 86_400_000;

const addDays = (at: Date, days: number) => new Date(at.getTime() + days * DAY_MS);

/**
 * The next day that is this page's own in a cycle of so many days, one to `everyDays` days ahead. Pages read in one go,
 * as a backfill does, are so spread over the whole cycle, and each is then looked at once in it.
 */
function ownDayAfter(at: Date, sourceNumber: number, everyDays: number): Date {
  const day = Math.floor(at.getTime() / DAY_MS);
  const ahead = (((sourceNumber - day) % everyDays) + everyDays) % everyDays;
  return addDays(at, ahead === 0 ? everyDays : ahead);
}
