import { sql } from "drizzle-orm";
import type { CalendarDate } from "../domain/calendar-date.ts";
import type { Governments } from "../domain/offices/governments.ts";
import type { Database } from "./database.ts";
import { type GovernmentName, nameOf } from "./office-rows.ts";
import { governmentOf, type OfficeUse, officeUses } from "./office-uses.ts";
import type { HeldPortfolio } from "./question-filter.ts";
import { readGovernments } from "./reference/read-governments.ts";
import { selectRows } from "./select-rows.ts";

/** A field of competence; its days and numbers are those of the questions under titles that hold it. */
export interface PortfolioSummary {
  readonly slug: string;
  /** In the fullest spelling of all titles. */
  readonly name: string;
  /** How many people held it. */
  readonly holderCount: number;
  /** Who was seen to hold it last. */
  readonly lastHolder: { readonly slug: string; readonly name: string };
  readonly firstSeenOn: CalendarDate;
  readonly lastSeenOn: CalendarDate;
  readonly questions: number;
}

export interface Portfolio extends PortfolioSummary {
  /** In the order in which they were first seen. */
  readonly holders: readonly PortfolioHolder[];
}

/** Somebody who was addressed under a title that holds a portfolio, while the same government governed. */
export interface PortfolioHolder {
  readonly person: { readonly slug: string; readonly name: string };
  /** As published. */
  readonly office: string;
  /** Null on days where the sources leave open which one governed. */
  readonly government: GovernmentName | null;
  readonly firstSeenOn: CalendarDate;
  readonly lastSeenOn: CalendarDate;
  readonly questions: number;
}

/** Follows fields of competence from one title to another. Those that no question's title holds any more are left out. */
export interface PortfolioReader {
  /** By slug. */
  listPortfolios(): Promise<PortfolioSummary[]>;
  /** The portfolio of this slug (`domain/offices`), or null where no title holds it. */
  findPortfolio(slug: string): Promise<Portfolio | null>;
  /** The same, as filters of questions want it. */
  findHeld(slug: string): Promise<HeldPortfolio | null>;
}

interface PortfolioReaderOptions {
  readonly parliament: string;
  /** What holders are told apart by; those of the reference data by default. */
  readonly governments?: Governments;
}

export function createPortfolioReader(
  db: Database,
  { parliament, governments = readGovernments(parliament) }: PortfolioReaderOptions,
): PortfolioReader {
  const read = (slug?: string) => readHoldings(db, { parliament, governments, slug });
  return {
    async listPortfolios() {
      return [...Map.groupBy(await read(), ({ slug }) => slug).values()].map(summaryOf);
    },
    async findPortfolio(slug) {
      const holdings = await read(slug);
      if (holdings.length === 0) return null;
      const holders = holdings.map((holding) => holderOf(holding, governments));
      return { ...summaryOf(holdings), holders };
    },
    async findHeld(slug) {
      const holdings = await read(slug);
      if (holdings.length === 0) return null;
      return {
        officeIds: [...new Set(holdings.map(({ officeId }) => officeId))],
        terms: holdings.map(({ personId, firstSeenOn, lastSeenOn }) => {
          return { ministerId: personId, from: firstSeenOn, to: lastSeenOn };
        }),
      };
    },
  };
}

/** A portfolio under one title of one person, while the same government governed. */
interface Holding extends OfficeUse {
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
  readonly slug?: string | undefined;
}

/** By portfolio, and for each in the order in which they were first seen. */
function readHoldings(db: Database, { parliament, governments, slug }: Scope): Promise<Holding[]> {
  const isMeant = slug === undefined ? sql`` : sql`and portfolios.slug = ${slug}`;
  const filed = sql`
    select filed.office_id, portfolios.slug, portfolios.name
    from office_portfolios as filed
    join portfolios on portfolios.parliament = ${parliament} and portfolios.id = filed.portfolio_id
    where filed.parliament = ${parliament} ${isMeant}`;
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
      join offices on offices.parliament = ${parliament} and offices.id = filed.office_id
      join persons on persons.parliament = ${parliament} and persons.id = offices.person_id
      order by filed.slug collate "C", first_seen_on, last_seen_on, offices.id`,
  );
}

/** Of all holdings of one portfolio, in the order in which they were first seen. */
function summaryOf(holdings: readonly Holding[]): PortfolioSummary {
  const { slug, name, firstSeenOn } = holdings[0]!;
  const last = holdings.reduce((one, other) => (other.lastSeenOn >= one.lastSeenOn ? other : one));
  return {
    ...{ slug, name, firstSeenOn },
    lastSeenOn: last.lastSeenOn,
    holderCount: new Set(holdings.map(({ personId }) => personId)).size,
    lastHolder: { slug: last.personSlug, name: last.personName },
    questions: holdings.reduce((sum, holding) => sum + holding.questions, 0),
  };
}

function holderOf(holding: Holding, governments: Governments): PortfolioHolder {
  const { title, personSlug, personName, firstSeenOn, lastSeenOn, questions } = holding;
  const government = governmentOf(holding, governments);
  return {
    person: { slug: personSlug, name: personName },
    office: title,
    government: government === null ? null : nameOf(government),
    ...{ firstSeenOn, lastSeenOn, questions },
  };
}
