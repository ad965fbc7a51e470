import { type Static, Type } from "typebox";
import { component, day, instant, nullable, oneOf, text } from "./schema.ts";

export const EVENT_KINDS = [
  "tabled",
  "holdingAnswer",
  "answered",
  "converted",
  "corrected",
  "disappeared",
  "reappeared",
] as const;

/** What an event says wherever it is shown. */
export const eventFields = {
  id: Type.Integer({ description: "Numéro de l’évènement ; il croît et ne ressert jamais", minimum: 1 }),
  kind: oneOf(
    EVENT_KINDS,
    "tabled : dépôt ; holdingAnswer : réponse d’attente ; answered : réponse ; converted : l’auteur a renoncé à la " +
      "réponse écrite ; corrected : ce qui était publié a changé ; " +
      "disappeared, reappeared : la page n’est plus montrée, ou l’est de nouveau",
  ),
  occurredOn: nullable(day("Le jour que publie le Parlement ; null quand il n’en donne pas")),
  recordedAt: instant("Quand Vigie l’a constaté"),
};

const QuestionEvent = component(
  "QuestionEvent",
  Type.Object(
    {
      ...eventFields,
      revision: Type.Integer({ description: "Version de la question", minimum: 1 }),
      question: Type.Object(
        {
          id: text("Identifiant public", "wallonia-55877"),
          url: text("La page de la question dans Vigie"),
          title: text("Titre, tel qu’il est à présent"),
        },
        { description: "La question" },
      ),
    },
    { description: "Quelque chose qui est arrivé à une question" },
  ),
);

const LARGEST = Number.MAX_SAFE_INTEGER;

export const EventList = component(
  "EventList",
  Type.Object(
    {
      items: Type.Array(QuestionEvent.ref, {
        description: "Les évènements, dans l’ordre où ils ont été constatés",
      }),
      page: Type.Object(
        {
          next: Type.Integer({
            description: "À donner comme « after » la fois suivante ; le même qu’avant quand rien n’est venu",
            minimum: 0,
            maximum: LARGEST,
          }),
          hasMore: Type.Boolean({ description: "true quand il y en a déjà d’autres" }),
        },
        { description: "Où l’on en est dans le fil" },
      ),
    },
    { description: "Une page du fil des évènements" },
  ),
);

const KIND = `(${EVENT_KINDS.join("|")})`;

export const EventQuery = Type.Object(
  {
    after: Type.Integer({
      minimum: 0,
      maximum: LARGEST,
      default: 0,
      description: "Numéro du dernier évènement déjà vu ; 0 pour commencer",
    }),
    limit: Type.Integer({
      minimum: 1,
      maximum: 1000,
      default: 100,
      description: "Nombre d’évènements par page",
    }),
    kind: Type.Optional(
      Type.String({
        description: `Genre, ou genres séparés par une virgule, parmi ${EVENT_KINDS.join(", ")}`,
        pattern: `^${KIND}(,${KIND}){0,9}$`,
        examples: ["answered"],
      }),
    ),
  },
  { additionalProperties: false, required: [] },
);

export type EventListJson = Static<typeof EventList.ref>;
export const eventComponents = [QuestionEvent, EventList];
