import { foreignKey, pgTable, primaryKey, text, unique } from "drizzle-orm/pg-core";
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
  },
  (t) => [
    primaryKey({ name: "person_names_pkey", columns: [t.parliament, t.personId, t.name] }),
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
