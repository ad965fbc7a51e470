import { type Static, Type } from "typebox";
import type { Facet } from "../../../store/search/facets.ts";
import { questionSummary } from "./question.ts";
import { component, count, nullable, orNull, text } from "./schema.ts";

const FacetValue = component(
  "FacetValue",
  Type.Object(
    {
      value: text("À donner au filtre du même nom ; une année se donne par « tabledFrom » et « tabledTo »"),
      label: text("Comme on le montre"),
      count: count("Nombre de questions qui l’ont"),
    },
    { description: "Une valeur d’une facette" },
  ),
);

const FACET_DESCRIPTIONS: Readonly<Record<Facet, string>> = {
  minister: "Par ministre",
  party: "Par parti de l’auteur, là où il est connu",
  portfolio: "Par compétence, d’après le titre du ministre ; une question peut en avoir plusieurs, ou aucune",
  session: "Par session",
  state: "Par état",
  year: "Par année du dépôt",
};

const facetValues = (facet: Facet) => Type.Array(FacetValue.ref, { description: FACET_DESCRIPTIONS[facet] });

export const Facets = component(
  "Facets",
  Type.Object(
    {
      minister: facetValues("minister"),
      party: facetValues("party"),
      portfolio: facetValues("portfolio"),
      session: facetValues("session"),
      state: facetValues("state"),
      year: facetValues("year"),
      counted: count("Sur combien de questions les facettes portent"),
      areComplete: Type.Boolean({
        description:
          "false quand les questions trouvées sont trop nombreuses : les facettes portent alors sur les plus récentes",
      }),
    },
    {
      description:
        "Ce que toutes les questions de la liste ont en commun, tous les filtres demandés compris ; les valeurs les plus " +
        "fréquentes d’abord",
    },
  ),
);

const MARKED = "en HTML sûr : les mots trouvés entre <mark> et </mark>, tout le reste échappé";

const Highlight = component(
  "Highlight",
  Type.Object(
    {
      title: nullable(text(`Le titre, ${MARKED} ; null quand aucun n’y est`)),
      excerpt: nullable(text(`Un passage du texte, ${MARKED} ; null quand aucun n’y est`)),
      excerptFrom: Type.Unsafe<"question" | "answer" | null>({
        type: ["string", "null"],
        enum: ["question", "answer", null],
        description: "D’où vient le passage ; null sans passage",
      }),
    },
    { description: "Où les mots cherchés ont été trouvés" },
  ),
);

export const FoundQuestion = component(
  "FoundQuestion",
  Type.Object(
    {
      ...questionSummary,
      highlight: orNull(Highlight.ref, "Où les mots cherchés ont été trouvés ; null sans recherche de mots"),
    },
    { description: "Une question d’une liste" },
  ),
);

const Misspelling = component(
  "Misspelling",
  Type.Object(
    {
      typed: text("Le mot que rien ne contient, sans accents", "eoliene"),
      meant: text("Un mot du registre qui lui ressemble", "éolienne"),
    },
    { description: "Un mot sans doute mal écrit" },
  ),
);

export const Search = component(
  "Search",
  Type.Object(
    {
      q: text("La recherche, telle que demandée"),
      alsoSearched: Type.Array(Type.String(), {
        description: "Les synonymes aussi cherchés (« aussi cherché : … ») ; « exact=true » les écarte",
      }),
      ignored: Type.Array(Type.String(), { description: "Les mots trop courants pour être cherchés" }),
      misspellings: Type.Array(Misspelling.ref, {
        description: "Ce qu’on a peut-être voulu écrire, quand la recherche trouve peu",
      }),
      suggestion: nullable(
        text("La recherche ainsi corrigée ; null sans correction à proposer", "éolienne Namur"),
      ),
    },
    { description: "Comment la recherche de mots a été comprise" },
  ),
);

export const searchComponents = [FacetValue, Facets, Highlight, FoundQuestion, Misspelling, Search];

export type FacetsJson = Static<typeof Facets.ref>;
export type SearchJson = Static<typeof Search.ref>;
