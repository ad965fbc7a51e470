import { type Static, Type } from "typebox";
import { ANSWERED_BY_DAYS } from "../../../domain/delays/clock-statistics.ts";
import { SMALL_GROUP } from "../../../domain/delays/delay-statistics.ts";
import { component, count, day, nullable, orNull, text } from "./schema.ts";
import { Understood } from "./understood.ts";

const ESTIMATE = "null là où l’estimation n’existe pas";

const share = (description: string) => Type.Number({ description, minimum: 0, maximum: 1 });
const days = (description: string) => nullable(Type.Number({ description, minimum: 0 }));
const limits = (description: string) =>
  Type.Unsafe<readonly (number | null)[]>({
    type: "array",
    items: { type: ["number", "null"] },
    minItems: 2,
    maxItems: 2,
    description,
  });

const AnswerProbability = component(
  "AnswerProbability",
  Type.Object(
    {
      p: nullable(share("Probabilité ; null au-delà de la plus longue attente observée")),
      ci95: limits(`Ses limites à 95 % ; ${ESTIMATE}`),
    },
    { description: "La probabilité d’avoir reçu la réponse après tant de jours" },
  ),
);

const CurvePoint = component(
  "CurvePoint",
  Type.Object(
    {
      day: count("Jours depuis le dépôt"),
      open: share("Part des questions qui attendent encore après ce jour"),
      lo: nullable(share(`Limite inférieure à 95 % ; ${ESTIMATE}`)),
      hi: nullable(share(`Limite supérieure à 95 % ; ${ESTIMATE}`)),
      atRisk: count("Questions encore suivies au début de ce jour"),
    },
    { description: "Une marche de la courbe ; elle vaut jusqu’à la suivante" },
  ),
);

const curve = (clock: string) =>
  Type.Array(CurvePoint.ref, {
    description:
      `${clock}. Le premier point est le jour 0, quand tout attend ; un second point du jour 0 suit si des réponses ` +
      "sont venues le jour même ; vide sans question",
  });

const quartile = (description: string) => ({
  day: days(`${description} ; ${ESTIMATE}`),
  ci95: limits(`Ses limites à 95 % ; ${ESTIMATE}`),
});
const [q1, median, q3] = [
  quartile("Jours après lesquels un quart des questions a sa réponse"),
  quartile("Jours après lesquels la moitié des questions a sa réponse"),
  quartile("Jours après lesquels trois quarts des questions ont leur réponse"),
];

const ClockStatistics = component(
  "ClockStatistics",
  Type.Object(
    {
      median: median.day,
      medianCi95: median.ci95,
      q1: q1.day,
      q1Ci95: q1.ci95,
      q3: q3.day,
      q3Ci95: q3.ci95,
      answeredBy: Type.Object(
        Object.fromEntries(ANSWERED_BY_DAYS.map((by) => [by, AnswerProbability.ref])) as Record<
          `${(typeof ANSWERED_BY_DAYS)[number]}`,
          typeof AnswerProbability.ref
        >,
        { description: "La probabilité d’une réponse, par nombre de jours" },
      ),
      naive: Type.Object(
        {
          n: count("Questions répondues"),
          mean: days("Moyenne de leurs jours ; null sans réponse"),
          median: days("Médiane de leurs jours ; null sans réponse"),
        },
        {
          description:
            "Les questions répondues seules, celles qui attendent étant laissées de côté : trop court, donné pour " +
            "comparaison",
        },
      ),
    },
    { description: "Le temps que prennent les réponses, en jours du calendrier depuis le dépôt" },
  ),
);

const DelayRule = component(
  "DelayRule",
  Type.Object(
    {
      id: text("Identifiant de la règle"),
      verified: Type.Boolean({
        description: "Si le texte de la règle a été lu ; sinon tout retard est indicatif",
      }),
      label: text("La règle en quelques mots"),
      citation: text("D’où elle vient"),
      inForceFrom: day("Premier jour de dépôt auquel elle s’applique"),
      inForceTo: nullable(day("Dernier jour de dépôt ; null tant qu’elle est en vigueur")),
    },
    { description: "Une règle de délai" },
  ),
);

const figures = {
  asOf: day("Jour dont l’état est décrit : ce qui est daté d’après n’y est pas"),
  answerRule: nullable(
    Type.Object(
      {
        id: text("Identifiant de la règle"),
        verified: Type.Boolean({
          description: "Si le texte de la règle a été lu ; sinon tout retard est indicatif",
        }),
      },
      { description: "La règle de délai en vigueur ce jour-là ; null s’il n’y en a pas" },
    ),
  ),
  tabled: count("Questions déposées ; répondues, ouvertes et converties ensemble"),
  answered: count("Répondues, renvois et refus de compétence compris"),
  referrals: count("Parmi les répondues : celles dont la réponse renvoie à une autre"),
  notCompetent: count("Parmi les répondues : celles où le ministre se dit incompétent"),
  open: count("Sans réponse au fond, réponses d’attente comprises"),
  holding: count("Parmi les ouvertes : celles qui ont une réponse d’attente"),
  converted: count("Dont l’auteur a renoncé à la réponse écrite"),
  excluded: count(
    "Questions dont les délais ne peuvent pas être dits (« delayDoubt » : dates impossibles, page incomplète), comptées ici et nulle part ailleurs ; une question retirée (« withdrawn ») n’en est pas",
  ),
  overdue: count(
    "Parmi les ouvertes : celles dont la date limite est passée, sauf les retirées ; indicatif tant que la règle n’est pas vérifiée",
  ),
  isSmall: Type.Boolean({
    description: `Si le groupe a moins de ${SMALL_GROUP} questions : trop peu pour comparer`,
  }),
  oldestOpen: nullable(
    Type.Object(
      {
        id: text("Identifiant public", "wallonia-55877"),
        url: text("La page de la question dans Vigie"),
        tabledOn: day("Jour du dépôt"),
        daysOpen: count("Jours d’attente"),
      },
      { description: "La question ouverte qui attend depuis le plus longtemps ; null s’il n’y en a pas" },
    ),
  ),
  substantive: ClockStatistics.ref,
  firstReply: ClockStatistics.ref,
  withinDeadline: Type.Object(
    {
      ofAnswered: nullable(
        share("Parmi les questions répondues qui avaient un délai ; null s’il n’y en a pas"),
      ),
      ofDue: nullable(
        share(
          "Parmi toutes celles dont le délai est passé, répondues ou non, sauf les retirées ; null s’il n’y en a pas",
        ),
      ),
    },
    {
      description:
        "Part des questions répondues dans le délai, selon ce à quoi on la rapporte ; indicatif tant que la règle n’est " +
        "pas vérifiée",
    },
  ),
  curve: curve("La part qui attend encore une réponse au fond"),
};

const answerRules = Type.Array(DelayRule.ref, {
  description: "Les règles de délai dont relèvent les questions demandées",
});
const notes = Type.Array(Type.String(), { description: "Ce qu’il faut savoir pour lire ces chiffres" });

const DelayGroup = component(
  "DelayGroup",
  Type.Object(
    {
      key: text(
        "Ce qui distingue le groupe : slug, session ou mois ; « unknown » quand on ne le connaît pas",
      ),
      label: text("Le groupe, tel qu’on le montre"),
      ...figures,
    },
    { description: "Un groupe de questions et le temps que prennent leurs réponses" },
  ),
);

export const DelayGroupList = component(
  "DelayGroupList",
  Type.Object(
    {
      asOf: figures.asOf,
      by: nullable(text("Ce par quoi les questions sont groupées ; null : toutes ensemble")),
      answerRule: figures.answerRule,
      understood: Understood.ref,
      answerRules,
      groups: Type.Array(DelayGroup.ref, {
        description:
          "Par ordre alphabétique, les sessions et les mois du plus récent au plus ancien ; les petits groupes, puis " +
          "l’inconnu, viennent après. Aucun classement",
      }),
      notes,
    },
    { description: "Le temps que prennent les réponses, par groupe" },
  ),
);

const own = {
  ...figures,
  firstReplyCurve: curve("La part qui attend encore un premier signe"),
  understood: Understood.ref,
  answerRules,
  notes,
};

const nameOf = (description: string, slug: string) =>
  Type.Object(
    { slug: text("Nom sans casse ni accents", slug), name: text("Le nom à montrer") },
    { description },
  );

export const MinisterDelays = component(
  "MinisterDelays",
  Type.Object(
    { minister: nameOf("Le ministre", "dupont-anne"), ...own },
    { description: "Le temps que prennent les réponses d’un ministre" },
  ),
);

export const AuthorDelays = component(
  "AuthorDelays",
  Type.Object(
    { author: nameOf("L’auteur", "dupont-anne"), ...own },
    { description: "Le temps que prennent les réponses aux questions d’un auteur" },
  ),
);

export const PortfolioDelays = component(
  "PortfolioDelays",
  Type.Object(
    { portfolio: nameOf("La compétence", "bien-etre-animal"), ...own },
    { description: "Le temps que prennent les réponses de ceux qui exercent une compétence" },
  ),
);

export const SessionDelays = component(
  "SessionDelays",
  Type.Object(
    { session: text("La session, telle que publiée", "2013-2014"), ...own },
    { description: "Le temps que prennent les réponses aux questions d’une session" },
  ),
);

const LogRank = component(
  "LogRank",
  Type.Object(
    {
      chiSquare: Type.Number({ description: "La statistique du test", minimum: 0 }),
      degreesOfFreedom: count("Ses degrés de liberté"),
      pValue: share("Probabilité d’un écart au moins aussi grand si le rythme était le même"),
      groups: Type.Array(
        Type.Object({
          key: text("Slug du ministre, ou « others »"),
          observed: count("Réponses au fond"),
          expected: Type.Number({ description: "Réponses attendues si le rythme était le même", minimum: 0 }),
        }),
        { description: "Les deux côtés, dans l’ordre demandé" },
      ),
    },
    { description: "Un test du log-rank" },
  ),
);

export const DelayComparison = component(
  "DelayComparison",
  Type.Object(
    {
      asOf: figures.asOf,
      answerRule: figures.answerRule,
      understood: Understood.ref,
      answerRules,
      logRank: orNull(LogRank.ref, "Le test sur les réponses au fond ; null s’il n’y a rien à comparer"),
      groups: Type.Array(DelayGroup.ref, { description: "Les deux côtés, dans l’ordre demandé" }),
      notes,
    },
    { description: "Deux ministres, ou un ministre et tous les autres, côte à côte" },
  ),
);

export const delayComponents = [
  AnswerProbability,
  CurvePoint,
  ClockStatistics,
  DelayRule,
  DelayGroup,
  DelayGroupList,
  MinisterDelays,
  AuthorDelays,
  PortfolioDelays,
  SessionDelays,
  LogRank,
  DelayComparison,
];

/** Figures alone: how names were understood is known to whoever looked them up. */
type FiguresJson<Body> = Omit<Body, "understood">;

export type DelayGroupListJson = FiguresJson<Static<typeof DelayGroupList.ref>>;
export type DelayGroupJson = DelayGroupListJson["groups"][number];
export type MinisterDelaysJson = Static<typeof MinisterDelays.ref>;
export type OwnDelaysJson = FiguresJson<Omit<MinisterDelaysJson, "minister">>;
export type DelayComparisonJson = FiguresJson<Static<typeof DelayComparison.ref>>;
