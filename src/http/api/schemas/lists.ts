import { Type } from "typebox";
import { Office } from "./offices.ts";
import { QuestionSummary } from "./question.ts";
import { component, count, day, nullable, text } from "./schema.ts";

const Page = component(
  "Page",
  Type.Object(
    {
      nextCursor: nullable(text("À donner comme « cursor » pour la page suivante ; null sur la dernière")),
      total: count("Nombre de questions trouvées, toutes pages confondues, compté jusqu’à 1000"),
      totalIsExact: Type.Boolean({ description: "false quand il y en a plus que « total »" }),
    },
    { description: "Où l’on en est dans une liste" },
  ),
);

export const QuestionList = component(
  "QuestionList",
  Type.Object(
    {
      items: Type.Array(QuestionSummary.ref, { description: "Les questions de cette page" }),
      page: Page.ref,
    },
    { description: "Une page de questions" },
  ),
);

const QuestionCounts = component(
  "QuestionCounts",
  Type.Object(
    {
      total: count("Toutes les questions"),
      open: count("Sans réponse"),
      holding: count("Avec une réponse d’attente seulement"),
      answered: count("Répondues"),
      converted: count("Dont l’auteur a renoncé à la réponse écrite"),
    },
    { description: "Nombre de questions par état ; les quatre états font le total" },
  ),
);

const tally = {
  questions: QuestionCounts.ref,
  firstTabledOn: day("Dépôt de la première question"),
  lastTabledOn: day("Dépôt de la dernière question"),
};

export const Minister = component(
  "Minister",
  Type.Object(
    {
      slug: text("Nom sans casse ni accents, utilisable comme filtre et dans les adresses", "dupont-anne"),
      name: text("Le nom dans son orthographe la plus complète"),
      spellings: Type.Array(Type.String(), { description: "Toutes les façons dont les pages l’écrivent" }),
      offices: Type.Array(Office.ref, { description: "Ses titres, dans l’ordre où ils apparaissent" }),
      ...tally,
    },
    { description: "Quelqu’un à qui des questions ont été adressées" },
  ),
);

export const MinisterList = component(
  "MinisterList",
  Type.Object(
    { items: Type.Array(Minister.ref, { description: "Les ministres, par ordre alphabétique" }) },
    { description: "Tous les ministres" },
  ),
);

const Session = component(
  "Session",
  Type.Object(
    { session: text("Session parlementaire, telle que publiée", "2013-2014"), ...tally },
    { description: "Une session parlementaire et ses questions" },
  ),
);

export const SessionList = component(
  "SessionList",
  Type.Object(
    { items: Type.Array(Session.ref, { description: "Les sessions, la plus récente d’abord" }) },
    { description: "Toutes les sessions" },
  ),
);

export const listComponents = [
  Page,
  QuestionList,
  QuestionCounts,
  Minister,
  MinisterList,
  Session,
  SessionList,
];
