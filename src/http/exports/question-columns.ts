import type { QuestionJson } from "../api/schemas/question.ts";
import { defuse } from "./defuse.ts";

/** What a column holds, in the words of Frictionless' table schema. */
export type ColumnType = "string" | "integer" | "boolean" | "date" | "datetime" | "year";

/** One column of the table of questions. An empty cell is a value that is not known or does not exist. */
export interface QuestionColumn {
  readonly name: string;
  readonly type: ColumnType;
  /** In French, for those who read the table. */
  readonly description: string;
  /** Never to be taken for a formula by a spreadsheet. */
  readonly cellOf: (question: QuestionJson) => string;
}

type Value = string | number | boolean | null;

/** Words may be those of others, and are not to be taken for a formula; numbers and days are ours. */
const column = (
  name: string,
  type: ColumnType,
  description: string,
  valueOf: (question: QuestionJson) => Value,
): QuestionColumn => {
  const isText = type === "string";
  const cellOf = (question: QuestionJson) => {
    const text = String(valueOf(question) ?? "");
    return isText ? defuse(text) : text;
  };
  return { name, type, description, cellOf };
};

/** Between what is told of several answers in one cell; none of the words listed has a blank. */
const LISTED = " ";
const NAMES = " ; ";
/** A line of its own between two texts: a paragraph never looks like it. */
const TEXTS = "\n\n* * *\n\n";

/**
 * The columns of a question, one row each: the names of the public JSON, those of an object within it put together
 * (`askedBy.name` is `askedByName`). What is told of answers is in their order on the page.
 */
export const QUESTION_COLUMNS: readonly QuestionColumn[] = [
  column("id", "string", "Identifiant public de la question", ({ id }) => id),
  column("url", "string", "Adresse de la question dans Vigie", ({ url }) => url),
  column("sourceUrl", "string", "Adresse de la page officielle", ({ sourceUrl }) => sourceUrl),
  column("title", "string", "Objet de la question", ({ title }) => title),
  column("session", "string", "Session parlementaire", ({ session }) => session),
  column("year", "year", "Année de la question", ({ year }) => year),
  column("officialReference", "string", "Référence officielle", ({ officialReference }) => officialReference),
  column(
    "officialNumber",
    "integer",
    "Numéro officiel, compté par ministre et par session",
    (q) => q.officialNumber,
  ),
  column("tabledOn", "date", "Jour du dépôt", ({ tabledOn }) => tabledOn),
  column("askedByName", "string", "Auteur, tel que la page l’imprime", ({ askedBy }) => askedBy.name),
  column("askedBySlug", "string", "Auteur, comme les adresses l’écrivent", ({ askedBy }) => askedBy.slug),
  column(
    "askedByParty",
    "string",
    "Parti de l’auteur ce jour-là, si une liste le donne",
    ({ askedBy }) => askedBy.party,
  ),
  column(
    "addressedToName",
    "string",
    "Ministre, tel que la page l’imprime",
    ({ addressedTo }) => addressedTo.name,
  ),
  column(
    "addressedToSlug",
    "string",
    "Ministre, comme les adresses l’écrivent",
    ({ addressedTo }) => addressedTo.slug,
  ),
  column(
    "addressedToOffice",
    "string",
    "Titre du ministre, tel que publié",
    ({ addressedTo }) => addressedTo.office,
  ),
  column(
    "state",
    "string",
    "open, holding (réponse d’attente), answered ou converted (l’auteur a renoncé)",
    ({ state }) => state,
  ),
  column("firstReplyOn", "date", "Jour du premier envoi du ministre", ({ firstReplyOn }) => firstReplyOn),
  column("answeredOn", "date", "Jour de la réponse qui répond", ({ answeredOn }) => answeredOn),
  column(
    "daysToFirstReply",
    "integer",
    "Jours du calendrier jusqu’au premier envoi",
    (q) => q.daysToFirstReply,
  ),
  column(
    "daysToAnswer",
    "integer",
    "Jours du calendrier jusqu’à la réponse",
    ({ daysToAnswer }) => daysToAnswer,
  ),
  column(
    "workingDaysToAnswer",
    "integer",
    "Jours ouvrables jusqu’à la réponse",
    (q) => q.workingDaysToAnswer,
  ),
  column("delayDoubt", "string", "Pourquoi les délais ne peuvent être dits", ({ delayDoubt }) => delayDoubt),
  column("answerDueOn", "date", "Date limite de la réponse", ({ answerDueOn }) => answerDueOn),
  column("daysOverdue", "integer", "Jours de retard le jour de l’export", ({ daysOverdue }) => daysOverdue),
  column("answerRuleId", "string", "Règle de délai appliquée", ({ answerRule }) => answerRule?.id ?? null),
  column(
    "answerRuleVerified",
    "boolean",
    "Si cette règle a été vérifiée",
    (q) => q.answerRule?.verified ?? null,
  ),
  column("questionText", "string", "Texte de la question", ({ questionText }) => questionText),
  column(
    "answers",
    "integer",
    "Nombre de réponses, notes de l’auteur comprises",
    ({ answers }) => answers.length,
  ),
  column("answersKind", "string", "Leur genre : answer, holdingAnswer ou authorNote", ({ answers }) =>
    answers.map(({ kind }) => kind).join(LISTED),
  ),
  column("answersAnsweredOn", "string", "Leur jour", ({ answers }) =>
    answers.map(({ answeredOn }) => answeredOn).join(LISTED),
  ),
  column("answersAnsweredByName", "string", "Leurs signataires, séparés par « ; »", ({ answers }) =>
    answers.map(({ answeredBy }) => answeredBy.name).join(NAMES),
  ),
  column("answersNature", "string", "Leur nature ; none pour celles qui n’en ont pas", ({ answers }) =>
    answers.map(({ nature }) => nature ?? "none").join(LISTED),
  ),
  column("answersText", "string", "Leurs textes, séparés par une ligne « * * * »", ({ answers }) =>
    answers.map(({ text }) => text).join(TEXTS),
  ),
  column("answersAttachmentUrls", "string", "Adresses de leurs annexes", ({ answers }) => {
    const urls = answers.flatMap(({ attachments }) => attachments.map(({ url }) => url));
    return urls.filter((url) => url !== null).join(LISTED);
  }),
  column("warnings", "string", "Ce que la page a d’inattendu, par code", ({ warnings }) =>
    warnings.map(({ code }) => code).join(LISTED),
  ),
  column(
    "fetchedAt",
    "datetime",
    "Quand la page a été vue pour la dernière fois, en UTC",
    (q) => q.fetchedAt,
  ),
  column("revision", "integer", "Numéro de la version, à partir de 1", ({ revision }) => revision),
];
