import { Type } from "typebox";
import { EVENT_KINDS } from "../api/schemas/event.ts";
import { everyFilter } from "../api/schemas/question-query.ts";

const FEED_EVENT_KINDS = [...EVENT_KINDS, "overdue"] as const;

const KIND = `(${FEED_EVENT_KINDS.join("|")})`;

const kind = Type.Optional(
  Type.String({
    description:
      `Genre, ou genres séparés par une virgule, parmi ${FEED_EVENT_KINDS.join(", ")} ; tous quand rien n’est dit. ` +
      "overdue : la date limite est passée sans réponse",
    pattern: `^${KIND}(,${KIND}){0,9}$`,
    examples: ["answered,overdue"],
  }),
);

const paging = {
  limit: Type.Integer({ minimum: 1, maximum: 100, default: 50, description: "Nombre d’entrées par page" }),
  cursor: Type.Optional(
    Type.String({
      description: "Ce que porte le lien « next » de la page précédente, avec les mêmes filtres",
      maxLength: 200,
    }),
  ),
};

/** None is required: what has a default is filled in before it is checked. */
const options = { additionalProperties: false, required: [] };

export const QuestionFeedQuery = Type.Object({ ...everyFilter, ...paging }, options);

export const EventFeedQuery = Type.Object({ ...everyFilter, kind, ...paging }, options);

/** Of a feed whose question is named by the address. */
export const OwnEventFeedQuery = Type.Object({ kind, ...paging }, options);

export const DeadlineQuery = Type.Object(everyFilter, options);

/** The kinds asked for; all where nothing was. */
export function kindsOf(list: string | undefined) {
  const asked = list?.split(",");
  return FEED_EVENT_KINDS.filter((known) => asked?.includes(known) ?? true);
}
