import { type Static, Type } from "typebox";
import { DELAY_DOUBTS, type DelayDoubt } from "../../../domain/delay-doubt.ts";
import { ANSWER_NATURES, type AnswerNature } from "../../../domain/answer-nature/answer-nature.ts";
import { component, count, day, instant, nullable, oneOf, text } from "./schema.ts";

export const STATES = ["open", "holding", "answered", "converted"] as const;

const slug = text("Nom sans casse ni accents, utilisable comme filtre et dans les adresses", "dupont-anne");

const Signatory = Type.Object(
  { name: text("Nom tel que la page l’imprime"), slug },
  { description: "Qui a signé la réponse" },
);

const Attachment = component(
  "Attachment",
  Type.Object(
    {
      label: text("Intitulé de l’annexe", "Annexe [PDF]"),
      url: nullable(text("Adresse de l’annexe ; null quand seule la version texte de la page a été lue")),
    },
    { description: "Un document joint à une réponse" },
  ),
);

const warning = {
  code: text("Ce qui a été remarqué", "answer_before_question"),
  message: text("La même chose en une phrase"),
};

const answer = {
  kind: oneOf(
    ["answer", "holdingAnswer", "authorNote"],
    "answer : réponse ; holdingAnswer : réponse d’attente ; authorNote : note de l’auteur, qui " +
      "renonce à la réponse écrite",
  ),
  answeredOn: day("Date de la réponse, telle que publiée"),
  answeredBy: Signatory,
  attachments: Type.Array(Attachment.ref, { description: "Les annexes, dans l’ordre de la page" }),
  nature: Type.Unsafe<AnswerNature | null>({
    type: ["string", "null"],
    enum: [...ANSWER_NATURES, null],
    description:
      "Ce qu’est la réponse, d’après son texte. substantive : elle répond ; holding : elle promet une réponse ; " +
      "referral : elle renvoie à une autre réponse ; notCompetent : le ministre se dit incompétent ; null pour la " +
      "note de l’auteur et pour une réponse sans texte",
  }),
  natureEvidence: Type.Array(Type.String(), {
    description: "Les mots de la page sur lesquels « nature » repose ; aucun pour une réponse qui répond",
  }),
};

const AnswerSummary = component(
  "AnswerSummary",
  Type.Object(answer, { description: "Une réponse, sans son texte" }),
);

const Answer = component(
  "Answer",
  Type.Object(
    { ...answer, text: text("Texte de la réponse ; une ligne vide entre les paragraphes") },
    { description: "Une réponse entière" },
  ),
);

export const questionState = oneOf(
  STATES,
  "open : sans réponse ; holding : réponse d’attente seulement ; answered : répondue ; " +
    "converted : l’auteur a renoncé à la réponse écrite",
);

/** How a question stands to its deadline. */
export const answerPeriod = {
  workingDaysToAnswer: nullable(
    count(
      "Jours ouvrables du dépôt, jour 0, à la réponse : sans les samedis, les dimanches, les jours fériés légaux et " +
        "les jours que la règle écarte ; null sans réponse ou si les dates sont impossibles",
    ),
  ),
  answerDueOn: nullable(
    day(
      "Dernier jour pour répondre, d’après la règle en vigueur au dépôt ; indicatif tant que cette règle n’est pas " +
        "vérifiée (« verified ») ; null quand aucune n’était en vigueur",
    ),
  ),
  daysOverdue: nullable(
    Type.Integer({
      description:
        "Jours calendrier de retard à ce jour, à Bruxelles, d’une question sans réponse ou qui n’a reçu qu’une réponse " +
        "d’attente ; indicatif tant que la règle n’est pas vérifiée (« verified ») ; null sans retard, ou quand un " +
        "doute empêche de le dire (« delayDoubt »)",
      minimum: 1,
    }),
  ),
  delayDoubt: Type.Unsafe<DelayDoubt | null>({
    type: ["string", "null"],
    enum: [...DELAY_DOUBTS, null],
    description:
      "Pourquoi ses délais ne peuvent pas être dits ; la question n’est alors pas dite en retard et n’entre dans aucune " +
      "statistique, sauf « withdrawn ». " +
      "impossibleDates : quelque chose est daté d’avant la question, ou d’un jour à venir ; " +
      "unreadItems : la page annonce plus d’éléments qu’elle n’en montre ; promiseDate : la réponse a pris, sous la même date, la place d’une " +
      "promesse ; withdrawn : à la place de la question, la page ne porte que la mention de son retrait, sans en dire " +
      "le jour, et les statistiques la comptent d’après ses réponses ; null sans doute",
  }),
};

const AppliedRule = Type.Object(
  {
    id: text("Identifiant de la règle", "wallonia-indicative-15-working-days"),
    verified: Type.Boolean({
      description: "false : le texte de la règle n’a pas été vérifié, et tout retard est indicatif",
    }),
  },
  {
    description:
      "La règle qui donne « answerDueOn », et que l’adresse « …/deadline » explique ; null quand aucune n’était " +
      "en vigueur",
  },
);

const shared = {
  id: text("Identifiant public", "wallonia-55877"),
  url: text("La page de la question dans Vigie"),
  sourceUrl: nullable(text("La page officielle ; null tant que son numéro n’est pas connu")),
  title: text("Titre"),
  session: text("Session parlementaire, telle que publiée", "2013-2014"),
  year: Type.Integer({ description: "Année imprimée sur la page" }),
  officialReference: text("La ligne « N° » de la page, telle quelle", "31 (se2014) 1"),
  officialNumber: Type.Integer({ description: "Numéro de la question, propre à chaque ministre" }),
  tabledOn: day("Date de dépôt"),
  askedBy: Type.Object(
    {
      name: text("Nom tel que la page l’imprime"),
      slug,
      party: nullable(text("Parti au jour de la question ; null quand aucune liste ne le dit")),
    },
    { description: "L’auteur de la question" },
  ),
  addressedTo: Type.Object(
    {
      name: text("Nom tel que la page l’imprime"),
      slug,
      office: nullable(text("Titre du ministre, tel que publié ; null quand la page n’en donne pas")),
    },
    { description: "Le ministre interrogé" },
  ),
  state: questionState,
  firstReplyOn: nullable(day("Date du premier envoi du ministre, réponse d’attente comprise")),
  answeredOn: nullable(
    day(
      "Date de la première réponse qui n’est pas une réponse d’attente, d’après son intitulé ou son texte ; null sans " +
        "une telle réponse",
    ),
  ),
  daysToFirstReply: nullable(
    count("Jours calendrier du dépôt au premier envoi ; null sans envoi ou si les dates sont impossibles"),
  ),
  daysToAnswer: nullable(
    count("Jours calendrier du dépôt à la réponse ; null sans réponse ou si les dates sont impossibles"),
  ),
  ...answerPeriod,
  answerRule: nullable(AppliedRule),
};

const record = {
  fetchedAt: instant(
    "Quand Vigie a pris cette page pour la dernière fois, sur le site ou dans un fichier importé (la date du fichier ne prouve rien)",
  ),
  revision: Type.Integer({ description: "Version de la question ; 1 pour la première", minimum: 1 }),
};

/** A question without its texts. */
export const questionSummary = {
  ...shared,
  answers: Type.Array(AnswerSummary.ref, { description: "Les réponses, sans leurs textes" }),
  warnings: Type.Array(Type.Object(warning), { description: "Ce que la page a d’inattendu" }),
  ...record,
};

export const QuestionSummary = component(
  "QuestionSummary",
  Type.Object(questionSummary, { description: "Une question sans ses textes" }),
);

export const Question = component(
  "Question",
  Type.Object(
    {
      ...shared,
      questionText: text("Texte de la question ; une ligne vide entre les paragraphes"),
      answers: Type.Array(Answer.ref, { description: "Les réponses, dans l’ordre de la page" }),
      warnings: Type.Array(
        Type.Object({ ...warning, text: Type.Optional(text("Les mots de la page dont il s’agit")) }),
        { description: "Ce que la page a d’inattendu" },
      ),
      ...record,
    },
    { description: "Une question écrite entière, avec ses réponses" },
  ),
);

export const questionComponents = [Attachment, AnswerSummary, Answer, QuestionSummary, Question];

export type QuestionJson = Static<typeof Question.ref>;
export type QuestionSummaryJson = Static<typeof QuestionSummary.ref>;
