import { sql } from "drizzle-orm";
import type { Database } from "../database.ts";
import { officePortfolios, persons, portfolios, questions } from "../schema/index.ts";
import { selectRows } from "../select-rows.ts";
import { conditionOfSought, newest, type Reach, type SoughtQuestions } from "./reach.ts";

/** What the questions found are told apart by. */
const FACETS = ["minister", "party", "portfolio", "session", "state", "year"] as const;

export type Facet = (typeof FACETS)[number];

/** How many of the questions have this value: a slug, where the value has one. */
export interface FacetValue {
  readonly value: string;
  readonly label: string;
  readonly count: number;
}

/** What the questions found have, the most frequent values first; a question may have several portfolios, or none. */
export type Facets = Readonly<Record<Facet, readonly FacetValue[]>>;

/** How many questions were found, and by what they can be told apart. */
export interface CountedFacets {
  readonly values: Facets;
  /** Where questions are too many to gather, only one more than `NEWEST_COUNTED`. */
  readonly found: number;
  /** Of how many the facets tell, the newest ones where these are not all. */
  readonly counted: number;
}

/** Of more questions than can be gathered, facets tell of so many. */
export const NEWEST_COUNTED = 1000;

interface FacetRow extends FacetValue {
  readonly facet: Facet | "found" | "counted";
}

/** Counts the questions that meet a condition by all facets in one pass. */
export async function readFacets(
  db: Database,
  parliament: string,
  { sought, reach }: { readonly sought: SoughtQuestions; readonly reach: Reach },
): Promise<CountedFacets> {
  const { addressedToId, askedByParty, officeId, session, state, tabledOn, id } = questions;
  const columns = sql`${addressedToId}, ${askedByParty}, ${officeId}, ${session}, ${state}, ${tabledOn}, ${id}`;
  const gathered = sql`select ${columns} from ${questions} where ${conditionOfSought(sought)}`;
  const met = newest(reach, { sought, columns, limit: NEWEST_COUNTED + 1 });
  const rows = await selectRows<FacetRow>(
    db,
    sql`
      with found as materialized (${reach === "gather" ? gathered : met}),
      dated as (
        select *, extract(year from tabled_on) as year from found
        limit ${reach === "gather" ? null : NEWEST_COUNTED}::bigint
      ),
      counts as (
        select addressed_to_id, asked_by_party, office_id, session, state, year, count(*) as count,
          grouping(addressed_to_id, asked_by_party, office_id, session, state, year) as level
        from dated
        group by grouping sets ((addressed_to_id), (asked_by_party), (office_id), (session), (state), (year), ())
      )
      select 'minister' as facet, ${persons.slug} collate "C" as value, ${persons.name} as label, count
      from counts join ${persons} on ${persons.parliament} = ${parliament} and ${persons.id} = addressed_to_id
      union all
      select 'portfolio', ${portfolios.slug}, ${portfolios.name}, sum(count)::int8
      from counts
        join ${officePortfolios}
          on ${officePortfolios.parliament} = ${parliament} and ${officePortfolios.officeId} = counts.office_id
        join ${portfolios}
          on ${portfolios.parliament} = ${parliament} and ${portfolios.id} = ${officePortfolios.portfolioId}
      group by 2, 3
      union all
      select named.facet, named.value, named.value, count
      from counts, lateral (values ('party', asked_by_party), ('session', session), ('state', state),
        ('year', year::text)) as named (facet, value)
      where named.value is not null
      union all
      select 'counted', '', '', count from counts where level = ${GRAND_TOTAL}
      union all
      select 'found', '', '', count(*) from found
      order by 4 desc, 2`,
  );
  const byFacet = Map.groupBy(rows, ({ facet }) => facet);
  const valuesOf = (facet: Facet) => (byFacet.get(facet) ?? []).map(({ facet: _, ...value }) => value);
  const countOf = (facet: FacetRow["facet"]) => byFacet.get(facet)?.[0]?.count ?? 0;
  return {
    values: Object.fromEntries(FACETS.map((facet) => [facet, valuesOf(facet)])) as Record<
      Facet,
      FacetValue[]
    >,
    found: countOf("found"),
    counted: countOf("counted"),
  };
}

/** What `grouping` says of the row that puts all together: none of the six columns tells it from others. */
const GRAND_TOTAL = 0b111111;
