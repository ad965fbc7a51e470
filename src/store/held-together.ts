import type { HeldPortfolio, PortfolioTerm } from "./question-filter.ts";

/** What finds the questions that each of two would find, of offices of one parliament. */
export function heldTogether(one: HeldPortfolio, other: HeldPortfolio): HeldPortfolio {
  const others = new Set(other.officeIds);
  return {
    officeIds: one.officeIds.filter((id) => others.has(id)),
    terms: one.terms.flatMap((term) => other.terms.flatMap((another) => overlapOf(term, another) ?? [])),
  };
}

function overlapOf(one: PortfolioTerm, other: PortfolioTerm): PortfolioTerm | null {
  const from = one.from > other.from ? one.from : other.from;
  const to = one.to < other.to ? one.to : other.to;
  return one.ministerId === other.ministerId && from <= to ? { ministerId: one.ministerId, from, to } : null;
}
