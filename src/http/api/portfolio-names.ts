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
  const portfolio = await portfolios.findPortfolio(portfolioSlugOf(typed));
  return portfolio ?? refuse(portfolios, typed, null);
}

/**
 * Who held the portfolio that the filter `portfolio` names, in any spelling.
 * @throws {NotFoundError} with near names
 */
export async function getHeldPortfolio(portfolios: PortfolioReader, typed: string): Promise<HeldPortfolio> {
  const held = await portfolios.findHeld(portfolioSlugOf(typed));
  return held ?? refuse(portfolios, typed, "portfolio");
}

async function refuse(portfolios: PortfolioReader, typed: string, parameter: string | null): Promise<never> {
  const suggestions = nearNames(portfolioSlugOf(typed), await portfolios.listPortfolios());
  const message = `Aucune question n’a été adressée sous un titre qui contient « ${typed} ».`;
  throw new NotFoundError("unknown_portfolio", message, suggestions, parameter);
}
