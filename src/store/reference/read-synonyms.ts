import { type Static, Type } from "typebox";
import type { SynonymGroup } from "../../domain/search/synonyms.ts";
import { searchableText } from "../../domain/search/words.ts";
import { Day, oneOf, readSeed, refuseFaults, rowsOf, type SeedFault, SEEDS } from "./read-seed.ts";

const FILE = "synonyms.json";

const words = Type.String({ minLength: 1 });

const SynonymRow = Type.Object(
  {
    parliament: words,
    forms: Type.Array(words, { minItems: 2, uniqueItems: true }),
    /** Those of the forms that are words of French, or stand for something else, as well. */
    notExpandedFrom: Type.Array(words, { uniqueItems: true }),
    /** What the source is: an act that defines the words, or the name that a body or a thing bears. */
    kind: oneOf(["statute", "officialName"]),
    source: words,
    notedOn: Day,
  },
  { additionalProperties: false },
);

type SynonymSeed = Static<typeof SynonymRow>;

/**
 * The synonyms we know for searching the questions of a parliament; `seeds` is the folder they are read from.
 * @throws {ConfigError} that names the file, the row and the field of all that is not as it should be: a form
 * of two groups, a form without a word …
 */
export function readSynonyms(parliament: string, seeds: URL = SEEDS): SynonymGroup[] {
  const rows = readSeed(FILE, SynonymRow, seeds);
  refuseFaults(FILE, rows.flatMap(faultsOfGroup));
  return rowsOf(rows, parliament).map(({ forms, notExpandedFrom }) => ({
    forms: forms.map((text) => ({ text, isExpandedFrom: !notExpandedFrom.includes(text) })),
  }));
}

function faultsOfGroup(
  { parliament, forms, notExpandedFrom }: SynonymSeed,
  index: number,
  all: readonly SynonymSeed[],
): SeedFault[] {
  const row = index + 1;
  const folded = forms.map(searchableText);
  const fault = (place: number, message: string) => ({ row, field: `forms.${place}`, message });
  return [
    ...folded.flatMap((form, place) => {
      if (form === "") return [fault(place, "n’a ni lettre ni chiffre")];
      const twin = folded.indexOf(form);
      if (twin < place) return [fault(place, `ne se distingue pas de forms.${twin} dans une recherche`)];
      const others = all
        .slice(0, index)
        .findIndex((one) => one.parliament === parliament && hasForm(one, form));
      return others < 0 ? [] : [fault(place, `est déjà une forme de l’entrée ${others + 1}`)];
    }),
    ...notExpandedFrom
      .filter((form) => !forms.includes(form))
      .map((form) => ({ row, field: "notExpandedFrom", message: `« ${form} » n’est pas dans forms` })),
  ];
}

const hasForm = ({ forms }: SynonymSeed, folded: string) =>
  forms.some((form) => searchableText(form) === folded);
