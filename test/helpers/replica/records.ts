import type { CalendarDate } from "../../../src/domain/calendar-date.ts";
import { SITE_TIME_ZONE, startOfDay } from "../../../src/domain/calendar-date.ts";
import { day } from "../questions.ts";
import { randomNumbers } from "../random-questions.ts";
import { fictionalQuestion, type Pace, type Shares } from "./fictional-question.ts";
import { pickFrom } from "./fictional-text.ts";
import {
  appears,
  countItems,
  gainsAnswer,
  type RecordKind,
  type Shown,
  type SiteRecord,
} from "./shown-record.ts";

/** What stands under each id of a range; made when it is asked for, and kept by nobody. */
export interface Records {
  readonly from: number;
  /** The last one. */
  readonly to: number;
  /** Null where nothing ever stands under the id. */
  find(sourceNumber: number): SiteRecord | null;
}

export interface RecordOptions extends Partial<Shares>, Partial<Pace> {
  readonly from: number;
  readonly to: number;
  readonly seed: number;
  /** Share of ids without a record. */
  readonly gaps?: number;
  /** Share of ids with a record that is no written question. */
  readonly otherKinds?: number;
  /** Whether records and answers appear on the morning of their day, instead of being there all along. */
  readonly isLive?: boolean;
}

const OTHER_KINDS: readonly RecordKind[] = ["Question orale", "Question urgente", "Interpellation"];
/** The hours of the day, in the zone of the site, at which records and answers appear. */
const RECORDS_APPEAR_AT = 8;
const ANSWERS_APPEAR_AT = 10;

/** No records at all: a site to be filled by hand. */
export const noRecords: Records = { from: 1, to: 0, find: () => null };

/**
 * Fictional records, the same for the same options; `to` may grow, and nothing below it changes. By default
 * they are of 2013 and later, 20 ids a day, so that answers lie in the past.
 */
export function records({
  from,
  to,
  seed,
  gaps = 0.1,
  otherKinds = 0.1,
  isLive = false,
  firstOn = day("2013-09-09"),
  idsPerDay = 20,
  answered = 0.8,
  holdingAnswers = 0.1,
  authorNotes = 0.03,
  annexes = 0.2,
}: RecordOptions): Records {
  const shares = { answered, holdingAnswers, authorNotes, annexes };
  return {
    from,
    to,
    find(sourceNumber) {
      if (sourceNumber < from || sourceNumber > to) return null;
      const random = randomNumbers(seed ^ Math.imul(sourceNumber, 0x9e3779b1));
      const fate = random();
      if (fate < gaps) return null;
      const kind = fate < gaps + otherKinds ? pickFrom(OTHER_KINDS, random) : "Question écrite";
      const place = { sourceNumber, index: sourceNumber - from, firstOn, idsPerDay };
      const record = fictionalQuestion(place, shares, random);
      const shown = kind === "Question écrite" ? { kind, record } : { kind, record: withoutAnswers(record) };
      return isLive ? onItsDays(shown) : { origin: shown, changes: [] };
    },
  };
}

const withoutAnswers = (record: Shown["record"]) => countItems({ ...record, answers: [] });

function onItsDays({ kind, record }: Shown): SiteRecord {
  const shown = { kind, record: withoutAnswers(record) };
  const answers = record.answers.map((answer) => {
    return gainsAnswer(hourOf(answer.answeredOn, ANSWERS_APPEAR_AT), answer);
  });
  return { origin: null, changes: [appears(hourOf(record.tabledOn, RECORDS_APPEAR_AT), shown), ...answers] };
}

const hourOf = (date: CalendarDate, hour: number) =>
  new Date(startOfDay(date, SITE_TIME_ZONE).getTime() + hour * 3_600_000);
