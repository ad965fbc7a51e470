import { type Static, Type } from "typebox";
import { QUESTION_SORTS } from "../../../store/keyset.ts";
import { STATES } from "./question.ts";

const STATE = `(${STATES.join("|")})`;

const name = (description: string, example: string) =>
  Type.Optional(Type.String({ description, minLength: 1, maxLength: 200, examples: [example] }));

const dayOf = (description: string, example: string) =>
  Type.Optional(Type.String({ description, format: "date", examples: [example] }));

const MINISTER = "Slug ou nom du ministre, dans n’importe quelle orthographe";

/** The part of an address that names a minister. */
export const MinisterAddress = Type.Object({
  slug: Type.String({ description: MINISTER, maxLength: 300, examples: ["dupont-anne"] }),
});

export const ministerFilter = name(MINISTER, "dupont-anne");

/** Every filter of questions but the minister, who may be given by the address. */
export const questionFilters = {
  author: name("Slug ou nom de l’auteur, dans n’importe quelle orthographe", "dupont-anne"),
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

const paging = {
  sort: Type.Unsafe<(typeof QUESTION_SORTS)[number]>({
    type: "string",
    enum: [...QUESTION_SORTS],
    default: "-tabledOn",
    description:
      "Ordre : par date de dépôt ou de réponse, « - » pour la plus récente d’abord ; sans réponse " +
      "toujours en dernier",
  }),
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

export const QuestionQuery = Type.Object(
  { minister: ministerFilter, ...questionFilters, ...paging },
  options,
);

/** For addresses that take no parameter: one given all the same is refused, not ignored. */
export const NoQuery = Type.Object({}, { additionalProperties: false });

/** The filters alone, as other addresses take them, some or all. */
export type FilterQuery = Partial<Omit<QuestionQueryJson, "sort" | "limit" | "cursor">>;

export type QuestionQueryJson = Static<typeof QuestionQuery>;
