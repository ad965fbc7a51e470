import { type SQL, sql } from "drizzle-orm";
import { type CalendarDate, nextDay } from "../domain/calendar-date.ts";
import type { Governments } from "../domain/offices/governments.ts";
import type { Database } from "./database.ts";
import { type OfficeUse, officeUses } from "./office-uses.ts";
import type { PortfolioTerm } from "./question-filter.ts";
import { questions } from "./schema/index.ts";
import { selectRows } from "./select-rows.ts";

/** One title of one person, while the same government governed. */
export interface Holding extends OfficeUse {
  readonly officeId: number;
  readonly title: string;
  readonly personId: number;
  readonly personSlug: string;
  readonly personName: string;
}

/** The same as the holding of one of the portfolios in the title. */
export interface PortfolioHolding extends Holding {
  readonly slug: string;
  readonly name: string;
}

interface Scope {
  readonly parliament: string;
  readonly governments: Governments;
}

/** By portfolio (of this slug, or all), and for each in the order in which they were first seen. */
export function readHoldings(db: Database, scope: Scope, slug?: string): Promise<PortfolioHolding[]> {
  const { parliament } = scope;
  const isMeant = slug === undefined ? sql`` : sql`and portfolios.slug = ${slug}`;
  const filed = sql`
    select filed.office_id, portfolios.slug, portfolios.name
    from office_portfolios as filed
    join portfolios on portfolios.parliament = ${parliament} and portfolios.id = filed.portfolio_id
    where filed.parliament = ${parliament} ${isMeant}`;
  const portfolio = { columns: sql`filed.slug, filed.name,`, order: sql`filed.slug collate "C",` };
  return selectRows<PortfolioHolding>(db, holdingsOf(filed, scope, portfolio));
}

/**
 * Of the titles that have each of these folded words or rows of words, in the order in which they were first
 * seen. Folded words hold no character that means something to `like`.
 */
export function readHoldingsByTitle(
  db: Database,
  scope: Scope,
  words: readonly string[],
): Promise<Holding[]> {
  const patterns = words.map((word) => `%-${word}-%`);
  const filed = sql`
    select id as office_id
    from offices
    where parliament = ${scope.parliament} and '-' || slug || '-' like all (${sql.param(patterns)}::text[])`;
  return selectRows<Holding>(db, holdingsOf(filed, scope, { columns: sql``, order: sql`` }));
}

/** A query for the holdings of the offices that `filed` selects as `office_id`, with more of its columns. */
function holdingsOf(
  filed: SQL,
  { parliament, governments }: Scope,
  { columns, order }: { readonly columns: SQL; readonly order: SQL },
): SQL {
  return sql`
    with filed as materialized (${filed}),
      uses as (${officeUses(parliament, governments, sql`select office_id from filed`)})
    select ${columns} offices.id as "officeId", offices.title, persons.id as "personId",
      persons.slug as "personSlug", persons.name as "personName", stretch, first_seen_on as "firstSeenOn",
      last_seen_on as "lastSeenOn", questions
    from filed
    join uses on uses.office_id = filed.office_id
    join offices on offices.parliament = ${parliament} and offices.id = uses.office_id
    join persons on persons.parliament = ${parliament} and persons.id = offices.person_id
    order by ${order} first_seen_on, last_seen_on, offices.id`;
}

/** Between which days a question printed without a title is one for the holder. */
export function termOf({ personId, firstSeenOn, lastSeenOn }: Holding): PortfolioTerm {
  return { ministerId: personId, from: firstSeenOn, to: lastSeenOn };
}

/** What was held at the time of questions printed without a title. */
export interface HeldWithoutTitle {
  /** A column: the place of the day of a question among the days on which what somebody held may have changed. */
  readonly place: SQL;
  /** What a minister held on the days of a place, by the same terms as the filter. */
  find(ministerId: number, place: number): PortfolioHolding[];
}

export function heldWithoutTitle(holdings: readonly PortfolioHolding[]): HeldWithoutTitle {
  const byMinister = Map.groupBy(holdings, ({ personId }) => personId);
  const turns = turnsOf(holdings.map(termOf));
  return {
    place: sql`width_bucket(${questions.tabledOn}, ${sql.param(turns)}::date[])`,
    find(ministerId, place) {
      const first = turns[place - 1];
      if (first === undefined) return [];
      const theirs = byMinister.get(ministerId) ?? [];
      return theirs.filter((holding) => {
        const { from, to } = termOf(holding);
        return from <= first && first <= to;
      });
    },
  };
}

/** The first day of each term and the one after its last, in order and each once: between them nothing changes. */
function turnsOf(terms: readonly PortfolioTerm[]): CalendarDate[] {
  const turns = terms.flatMap(({ from, to }) => [from, nextDay(to)]);
  return [...new Set(turns.filter((day) => day !== null))].sort();
}

/** How many questions without a title were put to the holder, by the slug of the portfolio. */
export async function countWithoutTitle(
  db: Database,
  parliament: string,
  holdings: readonly PortfolioHolding[],
): Promise<Map<string, number>> {
  const held = heldWithoutTitle(holdings);
  const holders = [...new Set(holdings.map(({ personId }) => personId))];
  const rows = await selectRows<{ ministerId: number; place: number; questions: number }>(
    db,
    sql`
      select addressed_to_id as "ministerId", ${held.place} as place, count(*)::int as questions
      from questions
      where parliament = ${parliament} and office_id is null
        and addressed_to_id = any(${sql.param(holders)}::bigint[])
      group by 1, 2`,
  );
  const counts = new Map<string, number>();
  for (const { ministerId, place, questions: count } of rows) {
    const slugs = new Set(held.find(ministerId, place).map(({ slug }) => slug));
    for (const slug of slugs) counts.set(slug, (counts.get(slug) ?? 0) + count);
  }
  return counts;
}
