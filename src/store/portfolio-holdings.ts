import { type SQL, sql } from "drizzle-orm";
import { type CalendarDate, nextDay } from "../domain/calendar-date.ts";
import type { Governments } from "../domain/offices/governments.ts";
import type { Database } from "./database.ts";
import { type OfficeUse, officeUses } from "./office-uses.ts";
import type { PortfolioTerm } from "./question-filter.ts";
import { questions } from "./schema/index.ts";
import { selectRows } from "./select-rows.ts";

/** A portfolio under one title of one person, while the same government governed. */
export interface Holding extends OfficeUse {
  readonly slug: string;
  readonly name: string;
  readonly officeId: number;
  readonly title: string;
  readonly personId: number;
  readonly personSlug: string;
  readonly personName: string;
}

interface Scope {
  readonly parliament: string;
  readonly governments: Governments;
  /** Of all portfolios where it is left out. */
  readonly wanted?: WantedOffices | undefined;
}

/** A portfolio by its slug, or titles by folded words all of which they have. */
export type WantedOffices = { readonly slug: string } | { readonly titleWords: readonly string[] };

/**
 * By portfolio, and for each in the order in which they were first seen. Titles found by their words come in that order
 * too, under a portfolio without slug and name.
 */
export function readHoldings(db: Database, { parliament, governments, wanted }: Scope): Promise<Holding[]> {
  const filed =
    wanted !== undefined && "titleWords" in wanted
      ? officesByWords(parliament, wanted.titleWords)
      : filedOffices(parliament, wanted?.slug);
  return selectRows<Holding>(
    db,
    sql`
      with filed as materialized (${filed}),
        uses as (${officeUses(parliament, governments, sql`select office_id from filed`)})
      select filed.slug, filed.name, offices.id as "officeId", offices.title, persons.id as "personId",
        persons.slug as "personSlug", persons.name as "personName", stretch, first_seen_on as "firstSeenOn",
        last_seen_on as "lastSeenOn", questions
      from filed
      join uses on uses.office_id = filed.office_id
      join offices on offices.parliament = ${parliament} and offices.id = uses.office_id
      join persons on persons.parliament = ${parliament} and persons.id = offices.person_id
      order by filed.slug collate "C", first_seen_on, last_seen_on, offices.id`,
  );
}

function filedOffices(parliament: string, slug: string | undefined): SQL {
  const isMeant = slug === undefined ? sql`` : sql`and portfolios.slug = ${slug}`;
  return sql`
    select filed.office_id, portfolios.slug, portfolios.name
    from office_portfolios as filed
    join portfolios on portfolios.parliament = ${parliament} and portfolios.id = filed.portfolio_id
    where filed.parliament = ${parliament} ${isMeant}`;
}

/** Folded words hold no character that means something to `like`. */
function officesByWords(parliament: string, words: readonly string[]): SQL {
  const patterns = words.map((word) => `%-${word}-%`);
  return sql`
    select id as office_id, ''::text as slug, ''::text as name
    from offices
    where parliament = ${parliament} and '-' || slug || '-' like all (${sql.param(patterns)}::text[])`;
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
  find(ministerId: number, place: number): Holding[];
}

export function heldWithoutTitle(holdings: readonly Holding[]): HeldWithoutTitle {
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
  holdings: readonly Holding[],
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
