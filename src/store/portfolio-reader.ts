import type { CalendarDate } from "../domain/calendar-date.ts";
import type { Governments } from "../domain/offices/governments.ts";
import type { Database } from "./database.ts";
import { type GovernmentName, governmentNameOf } from "./office-uses.ts";
import {
  countWithoutTitle,
  type Holding,
  type PortfolioHolding,
  readHoldings,
  readHoldingsByTitle,
  termOf,
} from "./portfolio-holdings.ts";
import type { HeldPortfolio } from "./question-filter.ts";
import { readGovernments } from "./reference/read-governments.ts";

/** A field of competence; its days are those of the questions under titles that hold it. */
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
  /** Under such titles, and without any to who held it on that day: those that the filter finds. */
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
  /** Under that title. */
  readonly questions: number;
}

/** An office as filters of questions want it, with whom it means. */
export interface HeldOffice extends HeldPortfolio {
  /** Null where titles were asked for by their words. */
  readonly portfolio: { readonly slug: string; readonly name: string } | null;
  /** In the order in which they were first seen. */
  readonly holders: readonly PortfolioHolder[];
}

/**
 * Follows fields of competence from one title to another. Those that no question's title holds any more are left
 * out.
 */
export interface PortfolioReader {
  /** By slug. */
  listPortfolios(): Promise<PortfolioSummary[]>;
  /** The portfolio of this slug (`domain/offices`), or null where no title holds it. */
  findPortfolio(slug: string): Promise<Portfolio | null>;
  /** The same, as filters of questions want it. */
  findHeld(slug: string): Promise<HeldOffice | null>;
  /** All titles that have each of these folded words or rows of words (`domain/offices`); null where none has. */
  findHeldByTitle(words: readonly string[]): Promise<HeldOffice | null>;
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
  const scope = { parliament, governments };
  const officeOf = (holdings: readonly Holding[]) => ({
    officeIds: [...new Set(holdings.map(({ officeId }) => officeId))],
    terms: holdings.map(termOf),
    holders: holdings.map((holding) => holderOf(holding, governments)),
  });
  return {
    async listPortfolios() {
      const holdings = await readHoldings(db, scope);
      const untitled = await countWithoutTitle(db, parliament, holdings);
      return [...Map.groupBy(holdings, ({ slug }) => slug).values()].map((all) => summaryOf(all, untitled));
    },
    async findPortfolio(slug) {
      const holdings = await readHoldings(db, scope, slug);
      if (holdings.length === 0) return null;
      const untitled = await countWithoutTitle(db, parliament, holdings);
      const holders = holdings.map((holding) => holderOf(holding, governments));
      return { ...summaryOf(holdings, untitled), holders };
    },
    async findHeld(slug) {
      const holdings = await readHoldings(db, scope, slug);
      if (holdings.length === 0) return null;
      return { portfolio: { slug, name: holdings[0]!.name }, ...officeOf(holdings) };
    },
    async findHeldByTitle(words) {
      const holdings = await readHoldingsByTitle(db, scope, words);
      return holdings.length === 0 ? null : { portfolio: null, ...officeOf(holdings) };
    },
  };
}

/** Of all holdings of one portfolio, in the order in which they were first seen. */
function summaryOf(
  holdings: readonly PortfolioHolding[],
  untitled: ReadonlyMap<string, number>,
): PortfolioSummary {
  const { slug, name, firstSeenOn } = holdings[0]!;
  const last = holdings.reduce((one, other) => (other.lastSeenOn >= one.lastSeenOn ? other : one));
  const titled = holdings.reduce((sum, holding) => sum + holding.questions, 0);
  return {
    slug,
    name,
    holderCount: new Set(holdings.map(({ personId }) => personId)).size,
    lastHolder: { slug: last.personSlug, name: last.personName },
    firstSeenOn,
    lastSeenOn: last.lastSeenOn,
    questions: titled + (untitled.get(slug) ?? 0),
  };
}

function holderOf(holding: Holding, governments: Governments): PortfolioHolder {
  const { title, personSlug, personName, firstSeenOn, lastSeenOn, questions } = holding;
  return {
    person: { slug: personSlug, name: personName },
    office: title,
    government: governmentNameOf(holding, governments),
    firstSeenOn,
    lastSeenOn,
    questions,
  };
}
