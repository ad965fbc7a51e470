import { sql } from "drizzle-orm";
import type { Look } from "../../domain/page-ledger.ts";
import { questionIdOf } from "../../domain/question-identity.ts";
import type { Database } from "../database.ts";
import type { RefusalReason } from "../schema/index.ts";
import { selectRows } from "../select-rows.ts";
import { lockWrites } from "../write-lock.ts";
import { lookOfPage } from "./look-of-page.ts";
import { noteLooks } from "./note-looks.ts";
import { later } from "./snapshots.ts";
import type { MetPage, Outcome } from "./taken-page.ts";

/** A snapshot met again, read by the same parser as before. */
interface MetSnapshot {
  /** Index of the page. */
  readonly page: number;
  readonly snapshotId: number;
  readonly code: RefusalReason | null;
  readonly message: string | null;
  /** The question whose present version was read from it; null where there is none. */
  readonly presentId: number | null;
  readonly presentSourceId: string | null;
  /** The question of the same source id; null where there is none. */
  readonly namesakeSourceId: string | null;
}

/** Where pages are looked for, and when. */
interface RecallContext {
  readonly parliament: string;
  readonly now: () => Date;
  /** Whether the pages are the fictional ones of a first start, which the ledger knows nothing of. */
  readonly samples: boolean;
}

/** What is known of pages without parsing them; null at the index of a page that must be parsed. */
export async function recallPages(
  db: Database,
  pages: readonly MetPage[],
  context: RecallContext,
): Promise<(Outcome | null)[]> {
  const { parliament } = context;
  const outcomes: (Outcome | null)[] = pages.map(() => null);
  const looks: Looks = { snapshots: new Map(), questions: new Map(), pages: [] };
  for (const met of await findMet(db, parliament, pages)) {
    const page = pages[met.page]!;
    const outcome = outcomeOf(met, page, parliament);
    if (outcome === null) continue;
    outcomes[met.page] = outcome;
    noteLater(looks.snapshots, met.snapshotId, page.fetchedAt);
    if (met.code === null && met.presentId !== null)
      noteLater(looks.questions, met.presentId, page.fetchedAt);
    looks.pages.push(...lookOfPage({ ...page, snapshotId: met.snapshotId }, outcome));
  }
  if (looks.snapshots.size > 0) await noteMet(db, looks, context);
  return outcomes;
}

/**
 * A page refused as poorer is judged again where the site shows it now: what is an old version in a file is the present
 * one there.
 */
function outcomeOf(met: MetSnapshot, page: MetPage, parliament: string): Outcome | null {
  if (met.code === "poorer_page") {
    if (met.namesakeSourceId === null || page.origin === "source") return null;
    const questionId = questionIdOf(parliament, met.namesakeSourceId);
    return { outcome: "poorer", questionId, message: met.message ?? "" };
  }
  // The same bytes may come with another Content-Type; and what is read off the site alone is no word on a file.
  if (met.code !== null && (page.origin === "source" || !isParserCode(met.code))) return null;
  if (met.code !== null) return refused(met.code, met.message);
  if (met.presentSourceId === null) return null;
  return { outcome: "unchanged", questionId: questionIdOf(parliament, met.presentSourceId) };
}

const PARSER_CODES: readonly string[] = ["not_a_question", "other_kind", "incomplete", "unreadable"];
const isParserCode = (code: RefusalReason) => PARSER_CODES.includes(code);

const refused = (code: RefusalReason, message: string | null): Outcome => ({
  outcome: "refused",
  code,
  message: message ?? "",
});

/** Look-ups by key, kept apart from joins by `offset 0`: see `findKnownQuestions`. */
async function findMet(db: Database, parliament: string, pages: readonly MetPage[]): Promise<MetSnapshot[]> {
  if (pages.length === 0) return [];
  const column = <T>(valueOf: (page: MetPage) => T) => sql.param(pages.map(valueOf));
  return selectRows<MetSnapshot>(
    db,
    sql`
      select p.page - 1 as page, s.id as "snapshotId", r.code, r.message,
        present.id as "presentId", present.source_id as "presentSourceId", namesake.source_id as "namesakeSourceId"
      from unnest(${column(({ sourceId }) => sourceId)}::text[], ${column(({ sha256 }) => sha256)}::text[],
        ${column(({ parserVersion }) => parserVersion)}::text[]
      ) with ordinality as p (source_id, sha256, parser_version, page)
      cross join lateral (
        select id from snapshots
        where parliament = ${parliament} and sha256 = p.sha256
          and source_id is not distinct from p.source_id and parser_version = p.parser_version
        offset 0
      ) as s
      left join lateral (
        select code, message from refusals where parliament = ${parliament} and snapshot_id = s.id offset 0
      ) as r on true
      left join lateral (
        select source_id from questions where parliament = ${parliament} and source_id = p.source_id offset 0
      ) as namesake on true
      left join lateral (
        select q.id, q.source_id
        from question_revisions v
        cross join lateral (
          select id, source_id from questions
          where parliament = ${parliament} and id = v.question_id and snapshot_id = s.id
          offset 0
        ) as q
        where v.parliament = ${parliament} and v.snapshot_id = s.id
        order by v.id desc
        limit 1
      ) as present on true
      order by p.page`,
  );
}

/** When each was last looked at, by its number, and what that says of the ids. */
interface Looks {
  readonly snapshots: Map<number, Date>;
  readonly questions: Map<number, Date>;
  readonly pages: Look[];
}

function noteLater(looks: Map<number, Date>, id: number, at: Date): void {
  looks.set(id, later(looks.get(id) ?? at, at));
}

async function noteMet(
  db: Database,
  looks: Looks,
  { parliament, now, samples }: RecallContext,
): Promise<void> {
  await db.transaction(async (tx) => {
    await lockWrites(tx, parliament);
    await noteAt(tx, parliament, { table: "snapshots", column: "last_fetched_at" }, looks.snapshots);
    await noteAt(tx, parliament, { table: "questions", column: "fetched_at" }, looks.questions);
    if (!samples) await noteLooks(tx, looks.pages, { parliament, now: now() });
  });
}

async function noteAt(
  tx: Database,
  parliament: string,
  noted: { readonly table: string; readonly column: string },
  looks: ReadonlyMap<number, Date>,
): Promise<void> {
  if (looks.size === 0) return;
  const table = sql.identifier(noted.table);
  const column = sql.identifier(noted.column);
  const ids = sql.param([...looks.keys()]);
  const instants = [...looks.values()].map((at) => at.toISOString());
  await tx.execute(sql`
    update ${table} set ${column} = greatest(${table}.${column}, l.at)
    from unnest(${ids}::bigint[], ${sql.param(instants)}::timestamptz[]) as l (id, at)
    where ${table}.parliament = ${parliament} and ${table}.id = any(${ids}::bigint[]) and ${table}.id = l.id`);
}
