import { type CalendarDate, yearOf } from "../../domain/calendar-date.ts";
import type { ParsedQuestion, ParseWarning, WarningCode } from "../../domain/parsed-question.ts";
import { resolveLink } from "./attachments.ts";
import type { PageItem, PageRecord } from "./page-record.ts";

type ReadQuestion = Omit<ParsedQuestion, "sourceId" | "warnings">;

const warning = (code: WarningCode, message: string, text = ""): ParseWarning =>
  text === "" ? { code, message } : { code, message, text };

/** What a reader of a question should know: where its page contradicts itself, and words that found no place. */
export function warningsOf(
  read: ReadQuestion,
  record: PageRecord,
  addresses: readonly string[],
): readonly ParseWarning[] {
  const { question, others, outside, following } = record;
  const items = [question, ...others];
  return [
    ...items.flatMap((item) => warningsOfItem(item, addresses)),
    ...(following === ""
      ? []
      : [warning("text_outside_items", "texte après un élément vide ou mal fermé", following)]),
    ...contradictionsIn(read, items.length),
    ...(question.heading.annexes.length === 0 && question.links.length === 0
      ? []
      : [
          warning(
            "text_outside_items",
            "annexe jointe à la question",
            linesOf(question.heading.text, question),
          ),
        ]),
    ...(outside === "" ? [] : [warning("text_outside_items", "texte hors des éléments de la page", outside)]),
  ];
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
    warnings.push(
      warning("year_mismatch", `année ${year} annoncée pour une question du ${printed(tabledOn)}`),
    );
  }
  if (announcedItems !== null && announcedItems !== itemCount) {
    const message = `${announcedItems} élément(s) annoncé(s), ${itemCount} lu(s)`;
    warnings.push(warning("item_count_mismatch", message));
  }
  return warnings;
}

function warningsOfItem(item: PageItem, addresses: readonly string[]): ParseWarning[] {
  const { heading, people, body, links } = item;
  const name = `« ${heading.text} »`;
  if (heading.kind === "unknown") {
    const signed = people.from === null ? "" : `de ${people.from}`;
    const text = [linesOf(heading.text, item), signed, ...people.others].filter((line) => line !== "");
    return [
      warning(
        "unknown_heading",
        `intitulé inconnu, gardé à part : ${name}`,
        `${text.join("\n")}\n\n${body}`.trim(),
      ),
    ];
  }
  const warnings: ParseWarning[] = [];
  if (heading.isRepaired) {
    warnings.push(
      warning("heading_repaired", `intitulé incomplet, lu comme ${READ_AS[heading.kind]} : ${name}`),
    );
  }
  if (people.others.length > 0) {
    const message = `plus de personnes que prévu sous ${name}`;
    warnings.push(warning("unexpected_people", message, people.others.join("\n")));
  }
  if (body === "") warnings.push(warning("missing_body", `aucun texte sous ${name}`));
  const lost = links.map(({ href }) => href).filter((href) => resolveLink(href, addresses) === null);
  if (lost.length > 0 && heading.kind !== "question") {
    const message = `adresse d’annexe inutilisable sous ${name}, gardée telle quelle`;
    warnings.push(warning("text_outside_items", message, lost.join("\n")));
  }
  return warnings;
}

/** A date as the pages print it. */
const printed = (date: CalendarDate) => date.split("-").reverse().join("/");

const READ_AS = { question: "une question", answer: "une réponse", holdingAnswer: "une réponse provisoire" };

/** A heading and the addresses it links to. */
const linesOf = (heading: string, { links }: PageItem) =>
  [heading, ...links.map(({ href }) => href)].join("\n");
