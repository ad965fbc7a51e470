import { Type } from "typebox";
import { GROUPINGS } from "./delays.ts";
import { QuestionQuery } from "./question-query.ts";

const asOf = Type.Optional(
  Type.String({
    description:
      "Jour dont l’état est décrit, aujourd’hui à Bruxelles s’il n’est pas donné ; un jour passé montre ce qui était " +
      "publié alors",
    format: "date",
    examples: ["2013-10-15"],
  }),
);

/**
 * Filters by what a question was when it was put. What became of it since is no ground to choose it by: the answered
 * alone, or the late alone, would make any estimate wrong.
 */
const { minister, author, party, portfolio, session, tabledFrom, tabledTo } = QuestionQuery.properties;
const shared = { author, party, portfolio, session, tabledFrom, tabledTo, asOf };
const options = { additionalProperties: false };

export const MinisterDelayQuery = Type.Object(shared, options);

export const DelayQuery = Type.Object(
  {
    by: Type.Optional(
      Type.Unsafe<(typeof GROUPINGS)[number]>({
        type: "string",
        enum: [...GROUPINGS],
        description: "Ce par quoi grouper les questions ; toutes ensemble si ce n’est pas donné",
      }),
    ),
    minister,
    ...shared,
  },
  options,
);

export const DelayComparisonQuery = Type.Object(
  {
    minister,
    with: Type.Optional(
      Type.String({
        description: "Slug ou nom de l’autre ministre ; tous les autres ensemble s’il n’est pas donné",
        minLength: 1,
        maxLength: 200,
        examples: ["martin-paul"],
      }),
    ),
    ...shared,
  },
  options,
);
