import { type CalendarDate, yearOf } from "../../domain/calendar-date.ts";
import { slugOf } from "../../domain/folded-text.ts";
import type { AnswerKind, ParsedAnswer, ParsedQuestion } from "../../domain/parsed-question.ts";
import { ParseError } from "../../errors.ts";
import type { PageText } from "../shared/page-lines.ts";
import { attachmentsOf } from "./attachments.ts";
import { isOfParliament, notOurs, refusalOf } from "./other-pages.ts";
import { type PageItem, type PageRecord, readRecord } from "./page-record.ts";
import { RequiredFields } from "./required-fields.ts";
import { addressesOf } from "./urls.ts";
import { warningsOf } from "./warnings.ts";

/**
 * Reads a page of lines as one written question.
 * @throws {ParseError} `not_a_question`, `other_kind` or `incomplete`: never a half-filled record
 */
export function parseQuestionPage(page: PageText, location: string, sourceId: string | null): ParsedQuestion {
  const record = readRecord(page);
  if (record === null) throw refusalOf(page, location);
  const { header, question, others } = record;
  const hasFields = header.session !== null || header.officialReference !== null;
  if (!hasFields && !isOfParliament(page, location)) throw notOurs();
  if (others.some(({ heading }) => heading.kind === "question")) {
    throw new ParseError("other_kind", "plusieurs questions écrites sur une seule page (une liste ?)");
  }

  const required = new RequiredFields();
  const addresses = addressesOf(location, page.baseUrl);
  const { heading, people } = question;
  const askedBy = required.text("askedBy", people.from, heading.text);
  const answered = others.filter((item) => item.heading.kind !== "unknown");
  const read = {
    title: required.text("title", record.title),
    session: required.text("session", header.session),
    year: required.number("year", header.year),
    officialReference: required.text("officialReference", header.officialReference),
    officialNumber: header.officialNumber ?? 0,
    tabledOn: plausible(required, "tabledOn", heading.datedOn, heading.text),
    askedBy,
    addressedTo: addresseeOf(required.text("addressedTo", people.to, heading.text)),
    questionText: question.body,
    answers: answered.map((item, i) => answerOf(item, `answers[${i}]`, askedBy, addresses, required)),
    announcedItems: header.announcedItems,
  };
  if (record.breaksOff !== null) required.breaksOff(cutField(record, answered));
  required.check();
  return { sourceId, ...read, warnings: warningsOf(read, record, addresses) };
}

/** The office is everything after the first comma; null without one. */
function addresseeOf(printed: string): ParsedQuestion["addressedTo"] {
  const comma = printed.indexOf(",");
  if (comma === -1) return { name: printed, office: null };
  const office = printed.slice(comma + 1).trim();
  return { name: printed.slice(0, comma).trim(), office: office === "" ? null : office };
}

function answerOf(
  { heading, people, body, links }: PageItem,
  path: string,
  askedBy: string,
  addresses: readonly string[],
  required: RequiredFields,
): ParsedAnswer {
  const answeredBy = required.text(`${path}.answeredBy`, people.from, heading.text);
  const kind: AnswerKind = heading.kind === "holdingAnswer" ? "holdingAnswer" : "answer";
  return {
    kind: slugOf(answeredBy) === slugOf(askedBy) ? "authorNote" : kind,
    answeredOn: plausible(required, `${path}.answeredOn`, heading.datedOn, heading.text),
    answeredBy,
    text: body,
    attachments: attachmentsOf(heading.annexes, links, addresses),
  };
}

/** A date the Parliament can have published: it exists, and is no slip of a century. */
function plausible(
  required: RequiredFields,
  field: string,
  date: CalendarDate | null,
  found: string,
): CalendarDate {
  const isPlausible = date !== null && yearOf(date) >= 1980 && yearOf(date) < 2100;
  return required.date(field, isPlausible ? date : null, found);
}

/** The field in which a page breaks off: between two items, it is the answers as a whole. */
function cutField({ question, breaksOff }: PageRecord, answered: readonly PageItem[]): string {
  if (breaksOff === question) return "questionText";
  const answer = answered.findIndex((item) => item === breaksOff);
  return answer === -1 ? "answers" : `answers[${answer}].text`;
}
