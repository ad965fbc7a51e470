import { type Static, Type } from "typebox";
import { component, count, instant, nullable, oneOf, text } from "./schema.ts";

const KINDS = ["import", "samples", "round", "nightly", "backfill", "reparse", "recompute"] as const;
const OUTCOMES = ["finished", "stopped", "broken", "interrupted"] as const;

const number = (description: string) => Type.Integer({ description, minimum: 1 });

const IngestRun = component(
  "IngestRun",
  Type.Object(
    {
      id: number("Numéro du passage ; il croît avec le temps"),
      kind: oneOf(
        KINDS,
        "round, nightly, backfill : pages demandées au site (passage régulier, de nuit, rattrapage) ; import : " +
          "fichiers ; reparse : pages conservées, relues ; recompute : ce qui découle des questions (dates limites, " +
          "natures, personnes), recalculé ; samples : pages fictives du premier démarrage",
      ),
      startedAt: instant("Début"),
      finishedAt: nullable(instant("Fin ; null tant qu’il est en cours")),
      outcome: Type.Unsafe<(typeof OUTCOMES)[number] | null>({
        type: ["string", "null"],
        enum: [...OUTCOMES, null],
        description:
          "finished : tout ce qu’il y avait à faire ; stopped : arrêté avant la fin, sans perte ; broken : le site ne " +
          "montre pas ce qu’il devrait ; interrupted : le programme a été tué ; null tant qu’il est en cours",
      }),
      reason: nullable(text("Ce qui n’allait pas sur le site, en un mot stable ; null sinon")),
      message: nullable(text("La même chose en une phrase ; null sinon")),
      evidence: nullable(text("Adresse de la page qui le montre, telle que reçue ; null sans elle")),
      range: nullable(
        Type.Object(
          {
            from: number("Premier identifiant demandé"),
            to: number("Dernier identifiant demandé"),
          },
          { description: "Identifiants demandés à un rattrapage ; null pour les autres passages" },
        ),
      ),
      counts: Type.Object(
        {
          seen: count("Pages ou fichiers examinés"),
          new: count("Questions nouvelles"),
          changed: count("Questions modifiées"),
          unchanged: count("Questions inchangées"),
          refused: count("Pages qui ne se lisent pas, ou qui en disent moins que ce qui est connu"),
          otherKinds: count("Pages d’un autre genre que la question écrite"),
          absent: count("Identifiants sous lesquels le site ne montre rien"),
          failed: count("Pages qui ne sont pas arrivées"),
        },
        { description: "Ce qu’il est advenu des pages" },
      ),
      requests: count("Requêtes envoyées au site, redirections et nouveaux essais compris"),
      recomputation: nullable(
        Type.Object(
          {
            answerRules: Type.Array(
              Type.Object({
                id: text("Identifiant de la règle", "wallonia-indicative-15-working-days"),
                verified: Type.Boolean({
                  description: "Si le texte de la règle a été lu ; sinon indicative",
                }),
              }),
              { description: "Les règles de délai appliquées" },
            ),
            changed: Type.Record(Type.String(), count("Nombre de questions où ce champ a changé"), {
              description: "Ce qui a changé, par champ",
            }),
          },
          { description: "Ce qu’un recalcul a appliqué et changé ; null pour les autres passages" },
        ),
      ),
    },
    { description: "Un passage de collecte et ce qu’il a donné" },
  ),
);

export const RunList = component(
  "RunList",
  Type.Object(
    {
      items: Type.Array(IngestRun.ref, { description: "Les passages, le plus récent d’abord" }),
      page: Type.Object(
        {
          nextCursor: nullable(
            text("À donner comme « cursor » pour la page suivante ; null sur la dernière"),
          ),
        },
        { description: "Où l’on en est dans la liste" },
      ),
    },
    { description: "Une page de passages" },
  ),
);

export const RunQuery = Type.Object(
  {
    limit: Type.Integer({
      minimum: 1,
      maximum: 100,
      default: 20,
      description: "Nombre de passages par page",
    }),
    cursor: Type.Optional(
      Type.String({ description: "« nextCursor » de la page précédente", maxLength: 200 }),
    ),
  },
  { additionalProperties: false, required: [] },
);

export type RunListJson = Static<typeof RunList.ref>;
export const runComponents = [IngestRun, RunList];
