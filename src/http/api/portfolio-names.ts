import { portfolioSlugOf } from "../../domain/offices/portfolios-of-title.ts";
import { NotFoundError } from "../../errors.ts";
import type { Portfolio, PortfolioReader } from "../../store/portfolio-reader.ts";
import type { HeldPortfolio } from "../../store/question-filter.ts";
import { nearNames } from "./near-names.ts";

/**
 * The portfolio that an address names, in any spelling.
 * @throws {NotFoundError} with near names
 */
export async function getPortfolio(portfolios: PortfolioReader, typed: string): Promise<Portfolio> {
  const portfolio = await findTyped(typed, portfolios.findPortfolio);
  return portfolio ?? refuse(portfolios, typed, null);
}

/**
 * Who held the portfolio that the filter `portfolio` names, in any spelling.
 * @throws {NotFoundError} with near names
 */
export async function getHeldPortfolio(portfolios: PortfolioReader, typed: string): Promise<HeldPortfolio> {
  const held = await findTyped(typed, portfolios.findHeld);
  return held ?? refuse(portfolios, typed, "portfolio");
}

/** Finds by the slug of what was typed, or else by what is left of it without an article. */
async function findTyped<Found>(
  typed: string,
  find: (slug: string) => Promise<Found | null>,
): Promise<Found | null> {
  return (await find(portfolioSlugOf(typed))) ?? find(slugWithoutArticle(typed));
}

/** « les-ecluses », « de-l-eau »: an article may have been folded with the name. */
function slugWithoutArticle(typed: string): string {
  return portfolioSlugOf(typed.replace(/\b([ld])-/iu, "$1'").replaceAll("-", " "));
}

async function refuse(portfolios: PortfolioReader, typed: string, parameter: string | null): Promise<never> {
  const suggestions = nearNames(slugWithoutArticle(typed), await portfolios.listPortfolios());
  const message = `Aucune question n’a été adressée sous un titre qui contient « ${typed} ».`;
  throw new NotFoundError("unknown_portfolio", message, suggestions, parameter);
}
