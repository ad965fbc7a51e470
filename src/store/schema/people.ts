import { foreignKey, index, integer, pgTable, primaryKey, text, unique } from "drizzle-orm/pg-core";
import { identity, parliament, reference } from "./columns.ts";

/** A person met on a page, as author, addressee or answerer. One row per folded name. */
export const persons = pgTable(
  "persons",
  {
    parliament: parliament(),
    id: identity(),
    /**
     * The folded name (`domain/folded-text`): the key by which spellings meet. The name itself where folding leaves
     * nothing of it.
     */
    slug: text("slug").notNull(),
    /** The fullest spelling met so far (`domain/person-name`). */
    name: text("name").notNull(),
  },
  (t) => [
    primaryKey({ name: "persons_pkey", columns: [t.parliament, t.id] }),
    unique("persons_slug_key").on(t.parliament, t.slug),
  ],
);

/** Every spelling of a person's name, verbatim. */
export const personNames = pgTable(
  "person_names",
  {
    parliament: parliament(),
    personId: reference("person_id").notNull(),
    name: text("name").notNull(),
    /** The spelling folded, by which a person is found under a name that was corrected. */
    slug: text("slug").notNull(),
  },
  (t) => [
    primaryKey({ name: "person_names_pkey", columns: [t.parliament, t.personId, t.name] }),
    index("person_names_by_slug").on(t.parliament, t.slug),
    foreignKey({
      name: "person_names_person_fkey",
      columns: [t.parliament, t.personId],
      foreignColumns: [persons.parliament, persons.id],
    }),
  ],
);

/** A title under which a person was addressed. From when to when is read off the questions. */
export const offices = pgTable(
  "offices",
  {
    parliament: parliament(),
    id: identity(),
    personId: reference("person_id").notNull(),
    /** The folded title: straight and curly apostrophes, accents and case make no second office. */
    slug: text("slug").notNull(),
    /** The title as first published. */
    title: text("title").notNull(),
  },
  (t) => [
    primaryKey({ name: "offices_pkey", columns: [t.parliament, t.id] }),
    unique("offices_title_key").on(t.parliament, t.personId, t.slug),
    foreignKey({
      name: "offices_person_fkey",
      columns: [t.parliament, t.personId],
      foreignColumns: [persons.parliament, persons.id],
    }),
  ],
);

/** A field of competence inside titles: « Bien-être animal ». It goes from one office to another. */
export const portfolios = pgTable(
  "portfolios",
  {
    parliament: parliament(),
    id: identity(),
    /** The folded name. */
    slug: text("slug").notNull(),
    /** The fullest spelling met so far. */
    name: text("name").notNull(),
  },
  (t) => [
    primaryKey({ name: "portfolios_pkey", columns: [t.parliament, t.id] }),
    unique("portfolios_slug_key").on(t.parliament, t.slug),
  ],
);

/** Which portfolios a title holds, by `domain/offices`. */
export const officePortfolios = pgTable(
  "office_portfolios",
  {
    parliament: parliament(),
    officeId: reference("office_id").notNull(),
    portfolioId: reference("portfolio_id").notNull(),
    /** 0 for the first in the title. */
    position: integer("position").notNull(),
  },
  (t) => [
    primaryKey({ name: "office_portfolios_pkey", columns: [t.parliament, t.officeId, t.portfolioId] }),
    foreignKey({
      name: "office_portfolios_office_fkey",
      columns: [t.parliament, t.officeId],
      foreignColumns: [offices.parliament, offices.id],
    }),
    foreignKey({
      name: "office_portfolios_portfolio_fkey",
      columns: [t.parliament, t.portfolioId],
      foreignColumns: [portfolios.parliament, portfolios.id],
    }),
    index("office_portfolios_by_portfolio").on(t.parliament, t.portfolioId, t.officeId),
  ],
);
