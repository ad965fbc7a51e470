import { type CalendarDate, yearOf } from "../../domain/calendar-date.ts";
import type { ParsedQuestion, ParseWarning, WarningCode } from "../../domain/parsed-question.ts";
import { isAnnex, resolveLink } from "./attachments.ts";
import type { PageItem, PageRecord } from "./page-record.ts";

type ReadQuestion = Omit<ParsedQuestion, "sourceId" | "warnings">;

/**
 * What a reader of a question should know: where its page contradicts itself, and words that found no place.
 */
export function warningsOf(
  read: ReadQuestion,
  record: PageRecord,
  addresses: readonly string[],
): readonly ParseWarning[] {
  const { question, others, outside, following } = record;
  const items = [question, ...others];
  return [
    ...items.flatMap((item) => warningsOfItem(item, addresses)),
    ...contradictionsIn(read, items.length),
    ...lostWords("annexe jointe à la question", annexWords(question)),
    ...lostWords("texte hors des éléments de la page", outside),
    ...lostWords("texte après un élément vide ou mal fermé", following),
  ];
}

function warningsOfItem(item: PageItem, addresses: readonly string[]): ParseWarning[] {
  const { heading, people, body } = item;
  const name = `« ${heading.text} »`;
  if (heading.kind === "unknown") {
    return [warning("unknown_heading", `intitulé inconnu, gardé à part : ${name}`, wordsOf(item))];
  }
  const warnings: ParseWarning[] = [];
  if (heading.isRepaired) {
    const message = `intitulé incomplet, lu comme ${READ_AS[heading.kind]} : ${name}`;
    warnings.push(warning("heading_repaired", message));
  }
  if (people.others.length > 0) {
    const message = `plus de personnes que prévu sous ${name}`;
    warnings.push(warning("unexpected_people", message, people.others.join("\n")));
  }
  if (body === "") warnings.push(warning("missing_body", `aucun texte sous ${name}`));
  if (heading.kind !== "question") {
    const dead = annexAddresses(item).filter((href) => resolveLink(href, addresses) === null);
    warnings.push(
      ...lostWords(`adresse d’annexe inutilisable sous ${name}, gardée telle quelle`, dead.join("\n")),
    );
  }
  return warnings;
}

function contradictionsIn(read: ReadQuestion, itemCount: number): ParseWarning[] {
  const { tabledOn, year, announcedItems, answers } = read;
  const warnings = answers
    .filter(({ answeredOn }) => answeredOn < tabledOn)
    .map(({ answeredOn }) => {
      const message = `réponse datée du ${printed(answeredOn)}, avant la question du ${printed(tabledOn)}`;
      return warning("answer_before_question", message);
    });
  if (year !== yearOf(tabledOn)) {
    const message = `année ${year} annoncée pour une question du ${printed(tabledOn)}`;
    warnings.push(warning("year_mismatch", message));
  }
  if (announcedItems !== null && announcedItems !== itemCount) {
    const message = `${announcedItems} élément(s) annoncé(s), ${itemCount} lu(s)`;
    warnings.push(warning("item_count_mismatch", message));
  }
  return warnings;
}

const READ_AS = { question: "une question", answer: "une réponse", holdingAnswer: "une réponse provisoire" };

function warning(code: WarningCode, message: string, text = ""): ParseWarning {
  return text === "" ? { code, message } : { code, message, text };
}

function lostWords(message: string, text: string): ParseWarning[] {
  return text === "" ? [] : [warning("text_outside_items", message, text)];
}

/** An item in its own words, heading and all. */
function wordsOf(item: PageItem): string {
  const { heading, people, body, links } = item;
  const signed = people.from === null ? [] : [`de ${people.from}`];
  const head = [heading.text, ...links.map(({ href }) => href), ...signed, ...people.others];
  return `${head.join("\n")}\n\n${body}`.trim();
}

/** The heading of an item that names or links an annex, with the address; else empty. */
function annexWords(item: PageItem): string {
  const addresses = annexAddresses(item);
  return item.heading.annexes.length + addresses.length === 0
    ? ""
    : [item.heading.text, ...addresses].join("\n");
}

function annexAddresses({ heading, links }: PageItem): string[] {
  return links.filter((link) => isAnnex(link, heading.annexes)).map(({ href }) => href);
}

/** A date as the pages print it. */
const printed = (date: CalendarDate) => date.split("-").reverse().join("/");
