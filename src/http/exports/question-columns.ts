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

const ours =
  (type: ColumnType) =>
  (name: string, description: string, valueOf: (question: QuestionJson) => Value): QuestionColumn => {
    return { name, type, description, cellOf: (question) => String(valueOf(question) ?? "") };
  };

/** Words that others wrote, on a page or in a list. */
const words = (
  name: string,
  description: string,
  textOf: (question: QuestionJson) => string | null,
): QuestionColumn => {
  return { name, type: "string", description, cellOf: (question) => defuse(textOf(question) ?? "") };
};

const word = ours("string");
const count = ours("integer");
const date = ours("date");

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
  word("id", "Identifiant public de la question", ({ id }) => id),
  word("url", "Adresse de la question dans Vigie", ({ url }) => url),
  word("sourceUrl", "Adresse de la page officielle", ({ sourceUrl }) => sourceUrl),
  words("title", "Objet de la question", ({ title }) => title),
  words("session", "Session parlementaire", ({ session }) => session),
  ours("year")("year", "Année de la question", ({ year }) => year),
  words("officialReference", "Référence officielle", ({ officialReference }) => officialReference),
  count("officialNumber", "Numéro officiel, compté par ministre et par session", (q) => q.officialNumber),
  date("tabledOn", "Jour du dépôt", ({ tabledOn }) => tabledOn),
  words("askedByName", "Auteur, tel que la page l’imprime", ({ askedBy }) => askedBy.name),
  words("askedBySlug", "Auteur, comme les adresses l’écrivent", ({ askedBy }) => askedBy.slug),
  words(
    "askedByParty",
    "Parti de l’auteur ce jour-là, si une liste le donne",
    ({ askedBy }) => askedBy.party,
  ),
  words("addressedToName", "Ministre, tel que la page l’imprime", ({ addressedTo }) => addressedTo.name),
  words("addressedToSlug", "Ministre, comme les adresses l’écrivent", ({ addressedTo }) => addressedTo.slug),
  words("addressedToOffice", "Titre du ministre, tel que publié", ({ addressedTo }) => addressedTo.office),
  word("state", "open, holding (réponse d’attente), answered ou converted (renoncée)", ({ state }) => state),
  date("firstReplyOn", "Jour du premier envoi du ministre", ({ firstReplyOn }) => firstReplyOn),
  date("answeredOn", "Jour de la réponse qui répond", ({ answeredOn }) => answeredOn),
  count("daysToFirstReply", "Jours du calendrier jusqu’au premier envoi", (q) => q.daysToFirstReply),
  count("daysToAnswer", "Jours du calendrier jusqu’à la réponse", ({ daysToAnswer }) => daysToAnswer),
  count("workingDaysToAnswer", "Jours ouvrables jusqu’à la réponse", (q) => q.workingDaysToAnswer),
  word("delayDoubt", "Pourquoi les délais ne peuvent être dits", ({ delayDoubt }) => delayDoubt),
  date("answerDueOn", "Date limite de la réponse", ({ answerDueOn }) => answerDueOn),
  count("daysOverdue", "Jours de retard le jour de l’export", ({ daysOverdue }) => daysOverdue),
  word("answerRuleId", "Règle de délai appliquée", ({ answerRule }) => answerRule?.id ?? null),
  ours("boolean")(
    "answerRuleVerified",
    "Si cette règle a été vérifiée",
    (q) => q.answerRule?.verified ?? null,
  ),
  words("questionText", "Texte de la question", ({ questionText }) => questionText),
  count("answers", "Nombre de réponses, notes de l’auteur comprises", ({ answers }) => answers.length),
  word("answersKind", "Leur genre : answer, holdingAnswer ou authorNote", ({ answers }) =>
    answers.map(({ kind }) => kind).join(LISTED),
  ),
  word("answersAnsweredOn", "Leur jour", ({ answers }) =>
    answers.map(({ answeredOn }) => answeredOn).join(LISTED),
  ),
  words("answersAnsweredByName", "Leurs signataires, séparés par « ; »", ({ answers }) =>
    answers.map(({ answeredBy }) => answeredBy.name).join(NAMES),
  ),
  word("answersNature", "Leur nature ; none pour celles qui n’en ont pas", ({ answers }) =>
    answers.map(({ nature }) => nature ?? "none").join(LISTED),
  ),
  words("answersText", "Leurs textes, séparés par une ligne « * * * »", ({ answers }) =>
    answers.map(({ text }) => text).join(TEXTS),
  ),
  words("answersAttachmentUrls", "Adresses de leurs annexes", ({ answers }) => {
    const urls = answers.flatMap(({ attachments }) => attachments.map(({ url }) => url));
    return urls.filter((url) => url !== null).join(LISTED);
  }),
  word("warnings", "Ce que la page a d’inattendu, par code", ({ warnings }) =>
    warnings.map(({ code }) => code).join(LISTED),
  ),
  ours("datetime")("fetchedAt", "Quand la page a été vue pour la dernière fois, en UTC", (q) => q.fetchedAt),
  count("revision", "Numéro de la version, à partir de 1", ({ revision }) => revision),
];
