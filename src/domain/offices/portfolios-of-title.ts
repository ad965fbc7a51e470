/** To be changed with the rule below: the titles stored are then split again at the next start. */
export const PORTFOLIO_RULES = "1";

/** The portfolios in the title of a minister, as it spells them, in its order; none for a minister-president alone. */
export function portfoliosOfTitle(_title: string): string[] {
  return [];
}
