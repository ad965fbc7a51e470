import type { Source } from "../sources/shared/source.ts";
import type { NumberRange } from "../store/ingest-runs.ts";
import type { IdSelection, PageLedger } from "../store/page-ledger.ts";
import type { LookResult } from "./look-report.ts";

/**
 * The ids a round looks at, one after the other. It is told what came of each before it gives the next, which may
 * depend on it.
 */
export type Plan = AsyncGenerator<number, void, LookResult>;

/** Enough to make the question cheap, few enough that what the round itself changes is soon seen. */
const ASKED_AT_ONCE = 200;

/**
 * The ids above the highest known question, until `absentRun` of them in a row show nothing. Records known to be there
 * are walked over without a look: when they are due is said elsewhere.
 */
export async function* newIds(ledger: PageLedger, source: Source, absentRun: number): Plan {
  const { highestQuestion } = await ledger.findBounds();
  let sourceNumber = highestQuestion ?? source.newestKnownNumber - 1;
  for (let absent = 0; absent < absentRun;) {
    const known = new Map(
      (await ledger.listAfter(sourceNumber, ASKED_AT_ONCE)).map((page) => [page.sourceNumber, page.status]),
    );
    for (let walked = 0; walked < ASKED_AT_ONCE && absent < absentRun; walked += 1) {
      sourceNumber += 1;
      const status = known.get(sourceNumber);
      const isThere = status === "question" || status === "otherKind" || status === "refused";
      const found = isThere ? status : (yield sourceNumber).found;
      if (found === "absent") absent += 1;
      // Of an id that failed nothing is known: it neither ends the run nor belongs to it.
      else if (found !== "failed") absent = 0;
    }
  }
}

/** The ids due for another look, the longest due first. */
export async function* dueIds(ledger: PageLedger, now: () => Date, roundStart: Date): Plan {
  for (;;) {
    const due = await ledger.listDue({ now: now(), roundStart, limit: ASKED_AT_ONCE });
    if (due.length === 0) return;
    yield* due;
  }
}

/** The ids between known records of which nothing is known, the newest first. */
export async function* gapIds(ledger: PageLedger): Plan {
  const { lowest, highest } = await ledger.findBounds();
  if (lowest === null || highest === null) return;
  yield* inTurn({ from: lowest, to: highest }, true, ledger.listGaps);
}

/** The ids of a range that the site was never asked for. */
export function unseenIds(ledger: PageLedger, range: NumberRange, newestFirst: boolean): Plan {
  return inTurn(range, newestFirst, ledger.listUnseen);
}

async function* inTurn(
  { from, to }: NumberRange,
  newestFirst: boolean,
  list: (range: NumberRange, selection: IdSelection) => Promise<number[]>,
): Plan {
  let left: NumberRange = { from, to };
  while (left.from <= left.to) {
    const ids = await list(left, { limit: ASKED_AT_ONCE, newestFirst });
    const last = ids.at(-1);
    if (last === undefined) return;
    yield* ids;
    left = newestFirst ? { from, to: last - 1 } : { from: last + 1, to };
  }
}

/** A second look at what did not come, or came cut, since the round began: most of it comes whole the second time. */
export async function* unreadIds(
  ledger: PageLedger,
  range: NumberRange,
  { since, newestFirst }: { readonly since: Date; readonly newestFirst: boolean },
): Plan {
  yield* await ledger.listUnread(range, since, { limit: MOST_UNREAD, newestFirst });
}

const MOST_UNREAD = 1_000;
