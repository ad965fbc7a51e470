import { sql } from "drizzle-orm";
import { portfoliosOfTitle, portfolioSlugOf } from "../../domain/offices/portfolios-of-title.ts";
import { fullerSpelling } from "../../domain/person-name.ts";
import type { Database } from "../database.ts";
import { insertRows } from "../insert-rows.ts";
import { officePortfolios, portfolios } from "../schema/index.ts";
import { selectRows } from "../select-rows.ts";

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
      ...{ name, id, position },
    })),
  );
  const ids = await takePortfolios(tx, parliament, held);
  const rows = held.map(({ id: officeId, slug, position }) => ({
    parliament,
    officeId,
    portfolioId: ids.get(slug)!,
    position,
  }));
  await insertRows(tx, officePortfolios, rows);
}

interface NamedPortfolio {
  readonly slug: string;
  readonly name: string;
}

/** The numbers of portfolios by slug; each is shown under the fullest of its spellings. */
async function takePortfolios(
  tx: Database,
  parliament: string,
  named: readonly NamedPortfolio[],
): Promise<Map<string, number>> {
  const names = new Map<string, string>();
  for (const { slug, name } of named) names.set(slug, fullerSpelling(name, names.get(slug) ?? name));
  const slugs = [...names.keys()];
  const known = await findPortfolios(tx, parliament, slugs);
  const knownSlugs = new Set(known.map(({ slug }) => slug));
  const unknown = slugs.filter((slug) => !knownSlugs.has(slug));
  const created = await insertRows(
    tx,
    portfolios,
    unknown.map((slug) => ({ parliament, slug, name: names.get(slug)! })),
    { returning: ["id", "slug"] },
  );
  const renamed = known
    .map(({ id, slug, name }) => ({ id, before: name, name: fullerSpelling(name, names.get(slug)!) }))
    .filter(({ before, name }) => name !== before);
  await renamePortfolios(tx, parliament, renamed);
  return new Map([...known, ...created].map(({ slug, id }) => [slug, id]));
}

async function findPortfolios(tx: Database, parliament: string, slugs: readonly string[]) {
  if (slugs.length === 0) return [];
  return selectRows<{ id: number; slug: string; name: string }>(
    tx,
    sql`
      select id, slug, name from portfolios
      where parliament = ${parliament} and slug = any(${sql.param(slugs)}::text[])`,
  );
}

async function renamePortfolios(
  tx: Database,
  parliament: string,
  renamed: readonly { readonly id: number; readonly name: string }[],
): Promise<void> {
  if (renamed.length === 0) return;
  await tx.execute(sql`
    update portfolios set name = n.name
    from unnest(${sql.param(renamed.map(({ id }) => id))}::bigint[],
      ${sql.param(renamed.map(({ name }) => name))}::text[]) as n (id, name)
    where portfolios.parliament = ${parliament} and portfolios.id = n.id`);
}
