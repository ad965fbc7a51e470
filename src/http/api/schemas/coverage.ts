import { type Static, Type } from "typebox";
import { TIER_RULES } from "../../../domain/look-tiers.ts";
import { component, count, instant, nullable, oneOf, text } from "./schema.ts";

const number = (description: string) => Type.Integer({ description, minimum: 1 });
const ratio = (description: string) => Type.Number({ description, minimum: 0 });

const SourceHealth = component(
  "SourceHealth",
  Type.Object(
    {
      state: oneOf(
        ["ok", "broken", "unknown"],
        "broken : le dernier passage a trouvé que le site ne montre pas ce qu’il devrait ; unknown : le site n’a " +
          "encore jamais été interrogé",
      ),
      since: nullable(instant("Fin du premier passage qui l’a trouvé ainsi ; null si l’état est inconnu")),
      reason: nullable(text("Ce qui ne va pas, en un mot stable ; null sinon")),
      message: nullable(text("La même chose en une phrase ; null sinon")),
      resumeAt: nullable(
        instant("Moment avant lequel le site a demandé de ne pas revenir ; null s’il ne demande rien"),
      ),
    },
    { description: "L’état du site du Parlement, vu d’ici" },
  ),
);

const statuses = {
  absent: count("Identifiants sous lesquels le site ne montre rien"),
  refused: count("Pages qui ne se lisent pas"),
  failed: count("Pages qui ne sont jamais arrivées"),
};

const PublishedTotal = Type.Object(
  {
    total: count("Nombre de questions écrites de la session"),
    source: text("D’où vient ce nombre"),
  },
  { description: "Le total publié pour la session ; null quand nous n’en connaissons pas" },
);

const SessionCoverage = component(
  "SessionCoverage",
  Type.Object(
    {
      session: nullable(
        text(
          "Session parlementaire ; null pour les identifiants qui précèdent la première question",
          "2013-2014",
        ),
      ),
      firstNumber: nullable(number("Identifiant le plus bas de ses questions")),
      lastNumber: nullable(number("Identifiant le plus haut de ses questions")),
      idsKnown: count("Identifiants déjà examinés"),
      questions: count("Questions écrites"),
      otherKinds: count("Autres documents"),
      ...statuses,
      publishedTotal: nullable(PublishedTotal),
      share: nullable(
        ratio("Questions écrites connues, rapportées au total publié (1 : toutes) ; null sans ce total"),
      ),
    },
    {
      description:
        "Ce qui est connu d’une session. Un identifiant qui n’est pas une question est rangé dans la session de la " +
        "question dont l’identifiant le précède de plus près",
    },
  ),
);

const TierBacklog = component(
  "TierBacklog",
  Type.Object(
    {
      tier: oneOf(
        TIER_RULES.map(({ tier }) => tier),
        "openYoung, openAging, openOld : questions sans réponse, récentes à anciennes ; answeredRecently, settled : " +
          "questions répondues ; vanished : questions qui ne sont plus montrées ; absent : identifiants sans rien ; " +
          "unread, unreadLong : pages qui n’ont pas pu être lues",
      ),
      everyDays: count("Jours entre deux visites ; 0 : à chaque passage"),
      pages: count("Pages de ce groupe"),
      due: count("Pages à revoir dès maintenant"),
      oldestDueAt: nullable(
        instant("Depuis quand la page la plus en retard est à revoir ; null si aucune ne l’est"),
      ),
    },
    { description: "Un groupe de pages revues au même rythme" },
  ),
);

export const Coverage = component(
  "Coverage",
  Type.Object(
    {
      asOf: instant("Moment de la réponse"),
      totals: Type.Object(
        {
          question: count("Questions écrites"),
          otherKind: count("Autres documents"),
          ...statuses,
          unseen: count(
            "Identifiants encore jamais examinés, entre le premier et le dernier document connus",
          ),
        },
        { description: "Identifiants du site par ce que l’on en sait" },
      ),
      lowestNumber: nullable(number("Identifiant du premier document connu ; null sans document")),
      highestNumber: nullable(number("Identifiant du dernier document connu ; null sans document")),
      explainedShare: nullable(
        ratio(
          "Part des identifiants, du premier au dernier document connus, dont on sait qu’ils sont une question, un " +
            "autre document ou rien ; null sans document",
        ),
      ),
      sessions: Type.Array(SessionCoverage.ref, { description: "Les sessions, la plus récente d’abord" }),
      backlog: Type.Array(TierBacklog.ref, { description: "Les pages à revoir, par rythme de visite" }),
      source: SourceHealth.ref,
    },
    { description: "Ce qui est connu du site du Parlement, et ce qui manque" },
  ),
);

export type CoverageJson = Static<typeof Coverage.ref>;
export const coverageComponents = [SourceHealth, SessionCoverage, TierBacklog, Coverage];
