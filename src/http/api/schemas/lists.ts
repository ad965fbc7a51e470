import { Type } from "typebox";
import { Office } from "./offices.ts";
import { component, count, day, nullable, orNull, text } from "./schema.ts";
import { Facets, FoundQuestion, Search } from "./search.ts";
import { Understood } from "./understood.ts";

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
      items: Type.Array(FoundQuestion.ref, { description: "Les questions de cette page" }),
      page: Page.ref,
      facets: orNull(Facets.ref, "Ce que les questions ont en commun ; null sans « facets »"),
      search: orNull(Search.ref, "Comment les mots cherchés ont été compris ; null sans « q »"),
      understood: Understood.ref,
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

const person = {
  slug: text("Nom sans casse ni accents, utilisable comme filtre et dans les adresses", "dupont-anne"),
  name: text("Le nom dans son orthographe la plus complète"),
  spellings: Type.Array(Type.String(), { description: "Toutes les façons dont les pages l’écrivent" }),
};

export const Minister = component(
  "Minister",
  Type.Object(
    {
      ...person,
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

const AuthorParty = component(
  "AuthorParty",
  Type.Object(
    {
      slug: text("Nom du parti sans casse ni accents, utilisable comme filtre", "ecolo"),
      name: text("Le parti, dans son orthographe la plus complète", "Ecolo"),
      firstSeenOn: day("Dépôt de la première question posée comme membre de ce parti"),
      lastSeenOn: day("Dépôt de la dernière"),
      questions: count("Nombre de questions posées comme membre de ce parti"),
    },
    { description: "Un parti dont un auteur était membre, selon une liste du temps de ses questions" },
  ),
);

export const Author = component(
  "Author",
  Type.Object(
    {
      ...person,
      parties: Type.Array(AuthorParty.ref, {
        description:
          "Ses partis, dans l’ordre où ils apparaissent ; vide quand aucune liste ne le dit, ce qui est le cas de la " +
          "plupart des sessions",
      }),
      ...tally,
    },
    { description: "Quelqu’un qui a posé des questions" },
  ),
);

export const AuthorList = component(
  "AuthorList",
  Type.Object(
    { items: Type.Array(Author.ref, { description: "Les auteurs, par ordre alphabétique" }) },
    { description: "Tous les auteurs" },
  ),
);

export const Session = component(
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
  AuthorParty,
  Author,
  AuthorList,
  Session,
  SessionList,
];
