import { Type } from "typebox";
import { component, count, day, nullable, text } from "./schema.ts";

/** When questions were addressed to somebody, and how many: `how` says under which title. */
export const seenDays = (how: string) => ({
  firstSeenOn: day(`Dépôt de la première question adressée ${how}`),
  lastSeenOn: day(`Dépôt de la dernière question adressée ${how}`),
  questions: count(`Nombre de questions adressées ${how}`),
});

export const governmentOrNull = nullable(
  Type.Object(
    { slug: text("Identifiant du gouvernement", "magnette"), name: text("Son nom", "Magnette") },
    { description: "Le gouvernement de ces jours-là ; null quand les sources ne permettent pas de le dire" },
  ),
);

const OfficePeriod = component(
  "OfficePeriod",
  Type.Object(
    {
      government: governmentOrNull,
      party: nullable(text("Son parti dans ce gouvernement ; null quand aucune source ne le dit")),
      ...seenDays("sous ce titre pendant ce gouvernement"),
    },
    { description: "Un titre tant que le même gouvernement était en fonction" },
  ),
);

export const Office = component(
  "Office",
  Type.Object(
    {
      title: text("Titre tel que publié"),
      ...seenDays("sous ce titre"),
      periods: Type.Array(OfficePeriod.ref, {
        description: "La même chose, gouvernement par gouvernement, dans l’ordre du temps",
      }),
    },
    { description: "Un titre sous lequel un ministre a été interrogé ; les dates sont celles des questions" },
  ),
);

export const officeComponents = [OfficePeriod, Office];
