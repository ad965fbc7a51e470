import { type Static, Type } from "typebox";
import { eventFields } from "./event.ts";
import { component, count, instant, oneOf, text } from "./schema.ts";

const WordChange = component(
  "WordChange",
  Type.Object(
    {
      text: text("Le passage, blancs compris"),
      kind: oneOf(
        ["same", "added", "removed"],
        "same : dans les deux versions ; removed : dans la précédente seule ; added : dans celle-ci seule",
      ),
    },
    { description: "Un passage d’un texte modifié" },
  ),
);

const RevisionChange = component(
  "RevisionChange",
  Type.Object(
    {
      kind: oneOf(
        ["edited", "completed", "answerAdded", "answerRemoved"],
        "edited : autre qu’avant ; completed : dit pour la première fois ; answerAdded, answerRemoved : une réponse " +
          "est venue ou n’est plus là",
      ),
      path: text("Ce dont il s’agit, comme dans le JSON d’une question", "answers[0].text"),
      before: Type.Unknown({
        description: "Ce que disait la version précédente ; null quand elle ne disait rien",
      }),
      after: Type.Unknown({ description: "Ce que dit cette version ; null quand elle ne dit plus rien" }),
      words: Type.Optional(
        Type.Array(WordChange.ref, {
          description:
            "Pour un texte modifié, la différence mot à mot : « same » et « removed » font l’ancien texte, « same » et " +
            "« added » le nouveau. Des textes trop différents sont retirés et ajoutés en bloc",
        }),
      ),
    },
    { description: "Une différence avec la version précédente" },
  ),
);

const Revision = component(
  "Revision",
  Type.Object(
    {
      revision: Type.Integer({ description: "Numéro de la version ; 1 pour la première", minimum: 1 }),
      recordedAt: instant("Quand Vigie a enregistré cette version"),
      parserVersion: text("Version du programme qui a lu la page"),
      snapshot: Type.Object(
        {
          sha256: text("SHA-256 de la page"),
          url: text("Adresse de la page telle que reçue"),
          location: text("Adresse sur le site, ou nom du fichier importé"),
          fetchedAt: instant("Quand Vigie a pris cette page pour la première fois"),
          byteLength: count("Taille de la page, en octets"),
        },
        { description: "La page d’où vient cette version" },
      ),
      changes: Type.Array(RevisionChange.ref, {
        description: "Les différences avec la version précédente ; aucune pour la première",
      }),
      events: Type.Array(
        Type.Object(eventFields, { description: "Quelque chose qui est arrivé à la question" }),
        { description: "Ce que cette version a appris, dans l’ordre du fil des évènements" },
      ),
    },
    { description: "Une version d’une question" },
  ),
);

export const RevisionList = component(
  "RevisionList",
  Type.Object(
    { items: Type.Array(Revision.ref, { description: "Les versions, la plus récente en dernier" }) },
    { description: "L’histoire d’une question" },
  ),
);

export type RevisionJson = Static<typeof Revision.ref>;
export const revisionComponents = [WordChange, RevisionChange, Revision, RevisionList];
