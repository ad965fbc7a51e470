import { type Static, Type } from "typebox";
import { QUESTION_SORTS } from "../../../store/keyset.ts";
import { STATES } from "./question.ts";

const STATE = `(${STATES.join("|")})`;

const name = (description: string, example: string) =>
  Type.Optional(Type.String({ description, minLength: 1, maxLength: 200, examples: [example] }));

const dayOf = (description: string, example: string) =>
  Type.Optional(Type.String({ description, format: "date", examples: [example] }));

const MINISTER = "Slug ou nom du ministre, dans n’importe quelle orthographe et n’importe quel ordre";
const AUTHOR = "Slug ou nom de l’auteur, dans n’importe quelle orthographe et n’importe quel ordre";
const PORTFOLIO = "Slug ou nom de la compétence, dans n’importe quelle orthographe";

const slugAddress = (description: string, example: string) =>
  Type.Object({ slug: Type.String({ description, maxLength: 300, examples: [example] }) });

/** The part of an address that names a minister. */
export const MinisterAddress = slugAddress(
  `${MINISTER}, ou les mots d’une fonction (« ministre de l’environnement »)`,
  "dupont-anne",
);

/** The same for authors and portfolios. */
export const AuthorAddress = slugAddress(AUTHOR, "dupont-anne");
export const PortfolioAddress = slugAddress(PORTFOLIO, "bien-etre-animal");

/** The part of an address that names a session. */
export const SessionAddress = Type.Object({
  session: Type.String({
    description: "Session parlementaire, telle que publiée (2013-2014, se2014)",
    maxLength: 300,
    examples: ["2013-2014"],
  }),
});

const ministerFilter = name(
  `${MINISTER}, ou les mots d’une fonction (« environnement ») : les questions adressées à qui l’exerçait ce ` +
    "jour-là ; « understood » dit qui a été compris",
  "dupont-anne",
);

const yes = (description: string) => Type.Optional(Type.Boolean({ description, examples: [true] }));

/** Every filter of questions but the minister, who may be given by the address. */
export const questionFilters = {
  q: Type.Optional(
    Type.String({
      description:
        "Mots cherchés dans les titres, les questions, les réponses, les noms et les fonctions : tous, sans égard aux " +
        'accents ni aux accords. « "…" » : une expression ; « OR » ou « OU » : l’un ou l’autre ; « -mot » : sans ce mot ; « mot* » : ' +
        "ce qui commence ainsi. « search » dit comment ils ont été compris",
      maxLength: 1000,
      examples: ["halte fluviale"],
    }),
  ),
  exact: yes(
    "« true » : sans les synonymes que Vigie connaît (PTCE, pôle territorial de coopération économique)",
  ),
  author: name(AUTHOR, "dupont-anne"),
  party: name("Parti de l’auteur le jour de la question, tel qu’une liste de ce temps le donne", "ecolo"),
  portfolio: name(
    "Slug ou nom d’une compétence : les questions adressées à qui l’exerçait ce jour-là",
    "bien-etre-animal",
  ),
  session: Type.Optional(
    Type.String({
      description: "Session parlementaire, telle que publiée (2013-2014, se2014)",
      pattern: "^[0-9A-Za-z-]{1,20}$",
      examples: ["2013-2014"],
    }),
  ),
  state: Type.Optional(
    Type.String({
      description: `État, ou états séparés par une virgule, parmi ${STATES.join(", ")}`,
      pattern: `^${STATE}(,${STATE}){0,9}$`,
      examples: ["open,holding"],
    }),
  ),
  overdue: Type.Optional(
    Type.Unsafe<true>({
      type: "boolean",
      enum: [true],
      description:
        "Seulement les questions sans réponse dont la date limite est passée ; indicatif tant que la règle n’est pas " +
        "vérifiée ; « true » est la seule valeur",
      examples: [true],
    }),
  ),
  tabledFrom: dayOf("Déposées ce jour-là ou après", "2013-09-01"),
  tabledTo: dayOf("Déposées ce jour-là ou avant", "2013-12-31"),
  answeredFrom: dayOf("Répondues ce jour-là ou après", "2013-09-01"),
  answeredTo: dayOf("Répondues ce jour-là ou avant", "2013-12-31"),
  modifiedSince: Type.Optional(
    Type.String({
      description:
        "Nouvelles ou modifiées dans le registre depuis ce moment (RFC 3339) ou depuis ce jour, à Bruxelles",
      maxLength: 40,
      examples: ["2013-10-01T12:00:00Z"],
    }),
  ),
};

export const everyFilter = { minister: ministerFilter, ...questionFilters };

const paging = {
  sort: Type.Optional(
    Type.Unsafe<(typeof QUESTION_SORTS)[number]>({
      type: "string",
      enum: [...QUESTION_SORTS],
      description:
        "Ordre : par pertinence, d’office dans une recherche de mots (le titre l’emporte sur la question, elle sur la " +
        "réponse, puis la plus récente) ; par date de dépôt (« -tabledOn » d’office sans recherche) ou de réponse, " +
        "« - » pour la plus récente d’abord, sans réponse toujours en dernier ; « daysOverdue » : les plus en retard, " +
        "puis les autres",
      examples: ["-tabledOn"],
    }),
  ),
  facets: Type.Optional(
    Type.Boolean({
      description:
        "« true » ou « false » : compter ce que les questions trouvées ont en commun ; d’office sur la première page de toutes les questions, " +
        "sur demande ailleurs",
      examples: [true],
    }),
  ),
  limit: Type.Integer({ minimum: 1, maximum: 100, default: 20, description: "Nombre de questions par page" }),
  cursor: Type.Optional(
    Type.String({
      description: "« nextCursor » de la page précédente, avec les mêmes filtres et le même ordre",
      maxLength: 200,
    }),
  ),
};

/** None is required: what has a default is filled in before it is checked. */
const options = { additionalProperties: false, required: [] };

/** Filters of a list of questions whose minister is already given. */
export const MinisterQuestionQuery = Type.Object({ ...questionFilters, ...paging }, options);

/** For addresses that give an author, a portfolio or a session themselves. */
export const filtersButAuthor = without(everyFilter, "author");
export const filtersButPortfolio = without(everyFilter, "portfolio");
export const filtersButSession = without(everyFilter, "session");

export const AuthorQuestionQuery = Type.Object({ ...filtersButAuthor, ...paging }, options);
export const PortfolioQuestionQuery = Type.Object({ ...filtersButPortfolio, ...paging }, options);
export const SessionQuestionQuery = Type.Object({ ...filtersButSession, ...paging }, options);

export const QuestionQuery = Type.Object({ ...everyFilter, ...paging }, options);

function without<Filters, Name extends keyof Filters>(filters: Filters, name: Name): Omit<Filters, Name> {
  const { [name]: _given, ...others } = filters;
  return others;
}

/** For addresses that take no parameter: one given all the same is refused, not ignored. */
export const NoQuery = Type.Object({}, { additionalProperties: false });

/** The filters alone, as other addresses take them, some or all. */
export type FilterQuery = Partial<Omit<QuestionQueryJson, "sort" | "limit" | "cursor" | "facets">>;

export type QuestionQueryJson = Static<typeof QuestionQuery>;
