import { sql } from "drizzle-orm";
import type { LedgerEntry, Look } from "../domain/page-ledger.ts";
import type { PageStatus, QuestionFacts } from "../domain/page-status.ts";
import type { Database } from "./database.ts";
import type { NumberRange } from "./ingest-runs.ts";
import { findPages, noteLooks } from "./saving/note-looks.ts";
import { selectRows } from "./select-rows.ts";
import { sourceNumberOf } from "./source-number.ts";
import { lockWrites } from "./write-lock.ts";

/** What is known of an id of the site before it is looked at again. */
export interface KnownId {
  readonly entry: LedgerEntry | null;
  /** The question stored under it; null where there is none. */
  readonly question: QuestionFacts | null;
}

/** Which ids are meant, and how many of them in what order. */
export interface IdSelection {
  readonly limit: number;
  readonly newestFirst: boolean;
}

/** The ledger of a parliament's site: what each id is known to be, and when it is due for another look. */
export interface PageLedger {
  findId(sourceNumber: number): Promise<KnownId>;
  /** Notes a look that brought no page to keep. */
  noteLook(look: Look): Promise<void>;
  /** Notes that the site still shows the page it showed last, to a parser that has read it. */
  noteUnmodified(sourceNumber: number, at: Date): Promise<void>;
  /**
   * The ids due for another look at `now` that this round did not look at yet: young open questions, then the longest due first. Those that showed
   * nothing above the highest question are due once a higher one is known.
   */
  listDue(when: { readonly now: Date; readonly roundStart: Date; readonly limit: number }): Promise<number[]>;
  /** The ids of a range that the site was never asked for. */
  listUnseen(range: NumberRange, selection: IdSelection): Promise<number[]>;
  /** The ids of a range of which nothing is known, be it by a file. */
  listGaps(range: NumberRange, selection: IdSelection): Promise<number[]>;
  /** How many these are. */
  countUnseen(range: NumberRange): Promise<number>;
  /** The ids of a range whose last look, since `since`, brought no page that could be read. */
  listUnread(range: NumberRange, since: Date, selection: IdSelection): Promise<number[]>;
  /** The ids at both ends of those that show a record, and the highest that shows a question; null where none does. */
  findBounds(): Promise<LedgerBounds>;
  /** What is known of the ids above one, in their order, as many as `limit`. */
  listAfter(sourceNumber: number, limit: number): Promise<readonly IdStatus[]>;
  /** A question to try the site with, none of those given: the one answered last, else the newest; null without any. */
  findWitness(without: readonly number[]): Promise<Witness | null>;
}

/** A question whose page was read at its last look. */
export interface Witness {
  readonly sourceNumber: number;
  readonly isAnswered: boolean;
}

export interface LedgerBounds {
  readonly lowest: number | null;
  readonly highest: number | null;
  readonly highestQuestion: number | null;
}

export interface IdStatus {
  readonly sourceNumber: number;
  readonly status: PageStatus;
}

export function createPageLedger(
  db: Database,
  {
    parliament,
    parserVersion,
    now,
  }: {
    readonly parliament: string;
    readonly parserVersion: string;
    readonly now: () => Date;
  },
): PageLedger {
  const note = (look: Look) =>
    db.transaction(async (tx) => {
      await lockWrites(tx, parliament);
      await noteLooks(tx, [look], { parliament, now: now() });
    });
  const direction = (newestFirst: boolean) => (newestFirst ? sql`desc` : sql`asc`);
  const numbersOf = async (query: ReturnType<typeof sql>) =>
    (await selectRows<{ sourceNumber: number }>(db, query)).map(({ sourceNumber }) => sourceNumber);
  const without = (entries: ReturnType<typeof sql>, { from, to }: NumberRange) => sql`
    from generate_series(${from}::integer, ${to}::integer) as n (source_number)
    where not exists (
      select from source_pages as p
      where p.parliament = ${parliament} and p.source_number = n.source_number and ${entries}
    )`;
  const unseen = (range: NumberRange) => without(sql`p.looks > 0`, range);
  const listOf = (from: ReturnType<typeof sql>, { limit, newestFirst }: IdSelection) =>
    numbersOf(sql`
      select n.source_number as "sourceNumber" ${from}
      order by n.source_number ${direction(newestFirst)}
      limit ${limit}`);

  return {
    async findId(sourceNumber) {
      const [page] = await findPages(db, parliament, [sourceNumber]);
      const { entry = null, facts: question = null } = page ?? {};
      // A page that could not be read must come whole again, and so must one that this parser has not read yet.
      const isRead =
        entry?.code === null && (await isReadBy(db, parliament, entry.snapshotId, parserVersion));
      return {
        entry: entry && { ...entry, validators: isRead ? entry.validators : null },
        question,
      };
    },

    noteLook: note,

    noteUnmodified: (sourceNumber, at) =>
      db.transaction(async (tx) => {
        await lockWrites(tx, parliament);
        const [page] = await findPages(tx, parliament, [sourceNumber]);
        if (!page?.entry) return;
        const { status: found, code, message, snapshotId, validators } = page.entry;
        const look = {
          sourceNumber,
          at,
          origin: "source",
          found,
          code,
          message,
          snapshotId,
          validators,
        } as const;
        await noteLooks(tx, [look], { parliament, now: now() });
        const instant = at.toISOString();
        await tx.execute(sql`
          update snapshots set last_fetched_at = greatest(last_fetched_at, ${instant}::timestamptz)
          where parliament = ${parliament} and id = ${snapshotId}`);
        await tx.execute(sql`
          update questions set fetched_at = greatest(fetched_at, ${instant}::timestamptz)
          where parliament = ${parliament} and source_id = ${String(sourceNumber)}`);
      }),

    listDue: ({ now: moment, roundStart, limit }) =>
      numbersOf(sql`
        select source_number as "sourceNumber"
        from (
          select source_number, due_at, last_looked_at, tier from source_pages
          where parliament = ${parliament} and due_at <= ${moment.toISOString()}::timestamptz
          union all
          select source_number, last_looked_at, last_looked_at, tier from source_pages
          where parliament = ${parliament} and status = 'absent' and tier = 'beyond'
            and last_looked_at <= ${moment.toISOString()}::timestamptz - interval '1 day'
            and source_number < (
              select max(source_number) from source_pages
              where parliament = ${parliament} and status = 'question'
            )
        ) as due
        where last_looked_at is null or last_looked_at < ${roundStart.toISOString()}::timestamptz
        order by coalesce(tier = 'openYoung', false) desc, due_at, source_number
        limit ${limit}`),

    listUnseen: (range, selection) => listOf(unseen(range), selection),
    listGaps: (range, selection) => listOf(without(sql`true`, range), selection),

    async countUnseen(range) {
      const [row] = await selectRows<{ count: number }>(db, sql`select count(*) as count ${unseen(range)}`);
      return row?.count ?? 0;
    },

    listUnread: ({ from, to }, since, { limit, newestFirst }) =>
      numbersOf(sql`
        select source_number as "sourceNumber" from source_pages
        where parliament = ${parliament} and source_number between ${from} and ${to}
          and last_looked_at >= ${since.toISOString()}::timestamptz
          and code is not null and code not in ('other_kind', 'absent', 'poorer_page')
          and (status <> 'refused' or first_looked_at >= ${since.toISOString()}::timestamptz)
        order by source_number ${direction(newestFirst)}
        limit ${limit}`),

    async findBounds() {
      const end = (order: "asc" | "desc", statuses: ReturnType<typeof sql>) => sql`(
        select source_number from source_pages
        where parliament = ${parliament} and status in (${statuses})
        order by source_number ${sql.raw(order)} limit 1)`;
      const record = sql`'question', 'otherKind'`;
      const [bounds] = await selectRows<LedgerBounds>(
        db,
        sql`select ${end("asc", record)} as lowest, ${end("desc", record)} as highest,
          ${end("desc", sql`'question'`)} as "highestQuestion"`,
      );
      return bounds!;
    },

    listAfter: (sourceNumber, limit) =>
      selectRows<IdStatus>(
        db,
        sql`
          select source_number as "sourceNumber", status from source_pages
          where parliament = ${parliament} and source_number > ${sourceNumber}
          order by source_number
          limit ${limit}`,
      ),

    async findWitness(without) {
      const others = sql`p.source_number <> all(${sql.param(without)}::integer[])`;
      const [answered] = await numbersOf(sql`
        select p.source_number as "sourceNumber"
        from questions as q
        cross join lateral (
          select source_number from source_pages
          where parliament = ${parliament} and status = 'question' and code is null
            and source_number = ${sourceNumberOf(sql`q.source_id`)}
          offset 0
        ) as p
        where q.parliament = ${parliament} and q.answered_on is not null and ${others}
        order by q.answered_on desc, q.id desc
        limit 1`);
      if (answered !== undefined) return { sourceNumber: answered, isAnswered: true };
      const [newest] = await numbersOf(sql`
        select p.source_number as "sourceNumber" from source_pages as p
        where p.parliament = ${parliament} and p.status = 'question' and p.code is null and ${others}
        order by p.source_number desc
        limit 1`);
      return newest === undefined ? null : { sourceNumber: newest, isAnswered: false };
    },
  };
}

async function isReadBy(
  db: Database,
  parliament: string,
  snapshotId: number | null,
  parserVersion: string,
): Promise<boolean> {
  if (snapshotId === null) return false;
  const rows = await selectRows(
    db,
    sql`
      select from snapshots
      where parliament = ${parliament} and id = ${snapshotId} and parser_version = ${parserVersion}`,
  );
  return rows.length > 0;
}
