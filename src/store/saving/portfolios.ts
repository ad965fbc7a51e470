import { sql } from "drizzle-orm";
import { portfoliosOfTitle, portfolioSlugOf } from "../../domain/offices/portfolios-of-title.ts";
import type { Database } from "../database.ts";
import { insertRows } from "../insert-rows.ts";
import { officePortfolios, portfolios } from "../schema/index.ts";
import { takeNamed } from "./take-named.ts";

/** An office by its number, with its title. */
interface TitledOffice {
  readonly id: number;
  readonly title: string;
}

/** Files offices that are not filed yet under the portfolios their titles hold, and takes in those nobody knew. */
export async function filePortfolios(
  tx: Database,
  parliament: string,
  offices: readonly TitledOffice[],
): Promise<void> {
  const held = offices.flatMap(({ id, title }) =>
    // Like a person's name, one that folds to nothing is its own key.
    portfoliosOfTitle(title).map((name, position) => ({
      slug: portfolioSlugOf(name) || name,
      name,
      id,
      position,
    })),
  );
  const spellings = Map.groupBy(held, ({ slug }) => slug);
  const names = new Map([...spellings].map(([slug, same]) => [slug, same.map(({ name }) => name)]));
  const ids = await takeNamed(tx, portfolios, parliament, names);
  const rows = held.map(({ id: officeId, slug, position }) => ({
    parliament,
    officeId,
    portfolioId: ids.get(slug)!,
    position,
  }));
  await insertRows(tx, officePortfolios, rows, { onConflict: sql`do nothing` });
}
