import { type CalendarDate, isCalendarDate, yearOf } from "../../domain/calendar-date.ts";
import type { ParsedQuestion } from "../../domain/parsed-question.ts";

/** The constraint `questions_year_plausible` says the same. */
const FIRST_YEAR = 1980;

/** What `integer` holds. */
const LARGEST_NUMBER = 2 ** 31 - 1;

/** Names and ids are in indexes, whose entries may not be longer than a third of a page of 8 kB. */
const LONGEST_NAME_BYTES = 1_000;

/**
 * Why the database could not keep a question, as a French sentence that names the field; null where it can. The parser
 * looks for this too: it is asked again here because one such question would take its whole batch with it.
 */
export function findUnstorable(question: ParsedQuestion): string | null {
  const { year, officialNumber, announcedItems, tabledOn } = question;
  const numbers = {
    "l’année": year,
    "le numéro": officialNumber,
    "le nombre d’éléments": announcedItems ?? 0,
  };
  for (const [field, number] of Object.entries(numbers)) {
    if (!Number.isInteger(number) || Math.abs(number) > LARGEST_NUMBER) {
      return `La page ne convient pas : ${field} ne peut pas être ${number}.`;
    }
  }
  const names: Readonly<Record<string, string | null>> = {
    "l’identifiant": question.sourceId,
    "la session": question.session,
    "le nom de l’auteur": question.askedBy,
    "le nom du ministre": question.addressedTo.name,
    "la fonction du ministre": question.addressedTo.office,
    "le nom du signataire": longest(question.answers.map((answer) => answer.answeredBy)),
  };
  for (const [field, name] of Object.entries(names)) {
    if (Buffer.byteLength(name ?? "") > LONGEST_NAME_BYTES) {
      return `La page ne convient pas : ${field} est trop long (« ${name?.slice(0, 40)}… »).`;
    }
  }
  if (!isSince(FIRST_YEAR, tabledOn)) return implausible("la date de dépôt", tabledOn);
  const answer = question.answers.find(({ answeredOn }) => !isSince(1, answeredOn));
  return answer === undefined ? null : implausible("la date d’une réponse", answer.answeredOn);
}

const isSince = (firstYear: number, date: CalendarDate) => isCalendarDate(date) && yearOf(date) >= firstYear;

const implausible = (field: string, date: CalendarDate) =>
  `La page ne convient pas : ${field} (${date}) n’est pas plausible.`;

const longest = (names: readonly string[]) =>
  names.reduce((longer, name) => (name.length > longer.length ? name : longer), "");
