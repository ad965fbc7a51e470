import { portfolioSlugOf } from "../../domain/offices/portfolios-of-title.ts";
import { NotFoundError } from "../../errors.ts";
import type { HeldOffice, Portfolio, PortfolioReader } from "../../store/portfolio-reader.ts";
import { nearNames } from "./near-names.ts";
import type { TypedName } from "./people.ts";

/**
 * The portfolio that an address names, in any spelling.
 * @throws {NotFoundError} with near names
 */
export async function getPortfolio(portfolios: PortfolioReader, typed: string): Promise<Portfolio> {
  const portfolio = await findPortfolioTyped(typed, portfolios.findPortfolio);
  return portfolio ?? refuse(portfolios, { name: typed, parameter: null });
}

/**
 * Who held the portfolio that a name means, in any spelling.
 * @throws {NotFoundError} with near names
 */
export async function getHeldPortfolio(portfolios: PortfolioReader, typed: TypedName): Promise<HeldOffice> {
  const held = await findPortfolioTyped(typed.name, portfolios.findHeld);
  return held ?? refuse(portfolios, typed);
}

/** Finds by the slug of what was typed, or else by what is left of it without an article. */
export async function findPortfolioTyped<Found>(
  typed: string,
  find: (slug: string) => Promise<Found | null>,
): Promise<Found | null> {
  return (await find(portfolioSlugOf(typed))) ?? find(slugWithoutArticle(typed));
}

/** « les-ecluses », « de-l-eau »: an article may have been folded with the name. */
function slugWithoutArticle(typed: string): string {
  return portfolioSlugOf(typed.replace(/\b([ld])-/iu, "$1'").replaceAll("-", " "));
}

async function refuse(portfolios: PortfolioReader, { name, parameter }: TypedName): Promise<never> {
  const suggestions = nearNames(slugWithoutArticle(name), await portfolios.listPortfolios());
  const message = `Aucune question n’a été adressée sous un titre qui contient « ${name} ».`;
  throw new NotFoundError("unknown_portfolio", message, suggestions, parameter);
}
