import type { CalendarDate } from "../../domain/calendar-date.ts";
import { ParseError } from "../../errors.ts";

/** What users call the fields of a record, by the last part of their path. */
const IN_FRENCH: Readonly<Record<string, string>> = {
  title: "le titre",
  session: "la session",
  year: "l’année",
  officialReference: "le numéro officiel",
  officialNumber: "le numéro officiel",
  tabledOn: "la date de la question",
  askedBy: "l’auteur",
  addressedTo: "le ministre interrogé",
  questionText: "le texte de la question",
  answers: "les réponses",
  answeredOn: "la date de la réponse",
  answeredBy: "l’auteur de la réponse",
  text: "le texte de la réponse",
};

/**
 * Collects the fields a page lacks, so that the refusal names all of them; what is lacking reads as empty
 * until then.
 */
export class RequiredFields {
  readonly #faults: { field: string; message: string }[] = [];

  text(field: string, value: string | null, found: string | null = null): string {
    if (value === null || value === "") this.#lack(field, found);
    return value ?? "";
  }

  number(field: string, value: number | null): number {
    if (value === null || !Number.isSafeInteger(value)) this.#lack(field, null);
    return value ?? 0;
  }

  date(field: string, value: CalendarDate | null, found: string): CalendarDate {
    if (value === null) this.#lack(field, found);
    return value ?? ("1980-01-01" as CalendarDate);
  }

  /** The page breaks off inside a field. */
  breaksOff(field: string): void {
    this.#faults.push({
      field,
      message: `la page s’arrête avant la fin : ${nameOf(field)} (à télécharger de nouveau)`,
    });
  }

  /** @throws {ParseError} `incomplete`, naming every field that was lacking and what stood in its place */
  check(): void {
    if (this.#faults.length === 0) return;
    const message = `question écrite incomplète : ${this.#faults.map((fault) => fault.message).join(" ; ")}`;
    throw new ParseError("incomplete", message, { fields: this.#faults.map(({ field }) => field) });
  }

  #lack(field: string, found: string | null): void {
    const read = found === null ? "" : `, lu « ${found.slice(0, 80)} »`;
    this.#faults.push({ field, message: `il manque ${nameOf(field)}${read}` });
  }
}

/** `askedBy`, with what users call it. */
function nameOf(field: string): string {
  const name = IN_FRENCH[field.split(".").at(-1) ?? ""];
  return name === undefined ? field : `${name} (${field})`;
}
