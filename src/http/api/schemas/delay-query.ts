import { Type } from "typebox";
import { DELAY_GROUPINGS, type DelayGrouping } from "../../../store/delay-reader.ts";
import {
  everyFilter,
  filtersButAuthor,
  filtersButPortfolio,
  filtersButSession,
  questionFilters,
} from "./question-query.ts";

const asOf = Type.Optional(
  Type.String({
    description:
      "Jour dont l’état est décrit, aujourd’hui à Bruxelles s’il n’est pas donné ; un jour passé ne compte que " +
      "ce qui est daté de ce jour ou d’avant",
    format: "date",
    examples: ["2013-10-15"],
  }),
);

const options = { additionalProperties: false };

export const MinisterDelayQuery = Type.Object({ ...questionFilters, asOf }, options);
export const AuthorDelayQuery = Type.Object({ ...filtersButAuthor, asOf }, options);
export const PortfolioDelayQuery = Type.Object({ ...filtersButPortfolio, asOf }, options);
export const SessionDelayQuery = Type.Object({ ...filtersButSession, asOf }, options);

export const DelayQuery = Type.Object(
  {
    by: Type.Optional(
      Type.Unsafe<DelayGrouping>({
        type: "string",
        enum: [...DELAY_GROUPINGS],
        description: "Ce par quoi grouper les questions ; toutes ensemble si ce n’est pas donné",
      }),
    ),
    ...everyFilter,
    asOf,
  },
  options,
);

export const DelayComparisonQuery = Type.Object(
  {
    ...everyFilter,
    with: Type.Optional(
      Type.String({
        description: "Slug ou nom de l’autre ministre ; tous les autres ensemble s’il n’est pas donné",
        minLength: 1,
        maxLength: 200,
        examples: ["martin-paul"],
      }),
    ),
    asOf,
  },
  options,
);
