import { getTableColumns, sql } from "drizzle-orm";
import type { EventKind } from "../../domain/question-events.ts";
import { entryAfter, type LedgerEntry, type Look } from "../../domain/page-ledger.ts";
import type { QuestionFacts } from "../../domain/page-status.ts";
import type { Database } from "../database.ts";
import { insertRows } from "../insert-rows.ts";
import { questionEvents, sourcePages } from "../schema/index.ts";
import { selectRows } from "../select-rows.ts";

/** Where looks are noted, and when. */
interface NoteContext {
  readonly parliament: string;
  readonly now: Date;
}

/**
 * Brings the ledger up to date with looks, under the write lock. A question whose page is gone, or shown again, is told
 * of by an event.
 */
export async function noteLooks(
  tx: Database,
  looks: readonly Look[],
  { parliament, now }: NoteContext,
): Promise<void> {
  const byNumber = Map.groupBy(looks, (look) => look.sourceNumber);
  const known = await findPages(tx, parliament, [...byNumber.keys()]);
  const highestQuestion = await findHighestQuestion(tx, parliament);
  const noted = known.map((page) => noteAll(page, byNumber.get(page.sourceNumber)!, highestQuestion));
  await insertRows(
    tx,
    sourcePages,
    noted.map(({ entry: { validators, ...entry } }) => ({
      ...entry,
      parliament,
      etag: validators?.etag ?? null,
      lastModified: validators?.lastModified ?? null,
    })),
    { onConflict: sql`on constraint source_pages_pkey do update set ${EVERYTHING_ELSE}` },
  );
  const events = noted.flatMap(({ question, kinds }) =>
    question === null ? [] : kinds.map((kind) => ({ ...question, parliament, kind, recordedAt: now })),
  );
  await insertRows(tx, questionEvents, events);
}

async function findHighestQuestion(tx: Database, parliament: string): Promise<number | null> {
  const [row] = await selectRows<{ highest: number | null }>(
    tx,
    sql`
      select max(source_number) as highest from source_pages
      where parliament = ${parliament} and status = 'question'`,
  );
  return row?.highest ?? null;
}

/** One look at an id after the other: the entry they leave, and what they tell of its question. */
function noteAll(
  { entry: known, facts, question }: KnownPage,
  looks: readonly Look[],
  highestQuestion: number | null,
) {
  let entry = known;
  const kinds: EventKind[] = [];
  for (const look of looks) {
    const after = entryAfter(entry, look, { question: facts, highestQuestion });
    kinds.push(...eventsBetween(entry, after));
    entry = after;
  }
  return { entry: entry!, kinds, question };
}

/** An id that showed nothing before it showed its question is one filled late: nothing came back. */
function eventsBetween(was: LedgerEntry | null, is: LedgerEntry): EventKind[] {
  if (was?.status === is.status) return [];
  if (is.status === "absent") return ["disappeared"];
  return was?.tier === "vanished" && is.status === "question" ? ["reappeared"] : [];
}

const EVERYTHING_ELSE = sql.join(
  Object.values(getTableColumns(sourcePages))
    .filter(({ name }) => !["parliament", "source_number"].includes(name))
    .map(({ name }) => sql`${sql.identifier(name)} = excluded.${sql.identifier(name)}`),
  sql`, `,
);

/** An id of the site, with its entry and the question stored under it; null where there is none. */
export interface KnownPage {
  readonly sourceNumber: number;
  readonly entry: LedgerEntry | null;
  readonly question: { readonly questionId: number; readonly revision: number } | null;
  readonly facts: QuestionFacts | null;
}

type PageRow = { readonly sourceNumber: number } & Nullable<
  Omit<LedgerEntry, "validators" | "sourceNumber">
> &
  Nullable<{ etag: string; lastModified: string; questionId: number; revision: number } & QuestionFacts>;

type Nullable<T> = { readonly [Key in keyof T]: T[Key] | null };

/** What is known of ids of the site, in the order given. Look-ups by key, see `findKnownQuestions`. */
export async function findPages(
  db: Pick<Database, "execute">,
  parliament: string,
  sourceNumbers: readonly number[],
): Promise<KnownPage[]> {
  if (sourceNumbers.length === 0) return [];
  const rows = await selectRows<PageRow>(
    db,
    sql`
      select p.source_number as "sourceNumber", e.status, e.code, e.message, e.first_looked_at as "firstLookedAt",
        e.last_looked_at as "lastLookedAt", e.looks, e.snapshot_id as "snapshotId", e.etag,
        e.last_modified as "lastModified", e.tier, e.due_at as "dueAt",
        q.id as "questionId", q.revision, q.state, q.tabled_on as "tabledOn", q.answered_on as "answeredOn"
      from unnest(${sql.param(sourceNumbers)}::integer[]) with ordinality as p (source_number, place)
      left join lateral (
        select * from source_pages where parliament = ${parliament} and source_number = p.source_number offset 0
      ) as e on true
      left join lateral (
        select id, revision, state, tabled_on, answered_on from questions
        where parliament = ${parliament} and source_id = p.source_number::text
        offset 0
      ) as q on true
      order by p.place`,
  );
  return rows.map(knownPage);
}

function knownPage({
  sourceNumber,
  questionId,
  revision,
  state,
  tabledOn,
  answeredOn,
  ...entry
}: PageRow): KnownPage {
  const { status, looks, etag, lastModified, ...rest } = entry;
  const isValidated = etag !== null || lastModified !== null;
  return {
    sourceNumber,
    entry:
      status === null || looks === null
        ? null
        : { ...rest, sourceNumber, status, looks, validators: isValidated ? { etag, lastModified } : null },
    question: questionId === null || revision === null ? null : { questionId, revision },
    facts: state === null || tabledOn === null ? null : { state, tabledOn, answeredOn },
  };
}
