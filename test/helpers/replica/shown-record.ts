import type { ParsedAnswer, ParsedQuestion } from "../../../src/domain/parsed-question.ts";

/** What the Parliament publishes in its one series of ids, in the words of the headings. */
export type RecordKind = "Question écrite" | "Question orale" | "Question urgente" | "Interpellation";

/** What a page shows: for a written question, what must be read from it. */
export interface Shown {
  readonly kind: RecordKind;
  readonly record: ParsedQuestion;
}

/** What happens to a page at a moment. Null stands for no page. */
export interface Change {
  readonly at: Date;
  becomes(shown: Shown | null): Shown | null;
}

/** All that is ever shown under one id. */
export interface SiteRecord {
  /** Before the first change. */
  readonly origin: Shown | null;
  /** In any order; of two at one moment, the later in the list is the later one. */
  readonly changes: readonly Change[];
}

/** What a correction changes, given outright or made of what was shown. */
export type Correction = Partial<ParsedQuestion> | ((shown: ParsedQuestion) => Partial<ParsedQuestion>);

export const appears = (at: Date, shown: Shown): Change => ({ at, becomes: () => shown });

export const vanishes = (at: Date): Change => ({ at, becomes: () => null });

export const gainsAnswer = (at: Date, answer: ParsedAnswer): Change =>
  getsCorrected(at, ({ answers }) => ({ answers: [...answers, answer] }));

export const getsCorrected = (at: Date, correction: Correction): Change => ({
  at,
  becomes(shown) {
    if (shown === null) return null;
    const { record } = shown;
    const change = typeof correction === "function" ? correction(record) : correction;
    return { ...shown, record: countItems({ ...record, ...change }) };
  },
});

/** What is shown at a moment, and since when; `changedAt` is null before the first change. */
export function shownAt(
  { origin, changes }: SiteRecord,
  moment: Date,
): { readonly shown: Shown | null; readonly changedAt: Date | null } {
  const past = changes
    .filter(({ at }) => at.getTime() <= moment.getTime())
    .toSorted((one, other) => one.at.getTime() - other.at.getTime());
  const shown = past.reduce<Shown | null>((before, change) => change.becomes(before), origin);
  return { shown, changedAt: past.at(-1)?.at ?? null };
}

/** A record that announces as many items as it has, as the pages of the site do. */
export function countItems(record: ParsedQuestion): ParsedQuestion {
  return { ...record, announcedItems: 1 + record.answers.length };
}
