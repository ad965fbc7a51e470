/** What the metadata of a document says beside its question: from whom it comes, and where it is found. */
export interface AknSource {
  /** Short name of the parliament: `wallonia`. */
  readonly parliament: string;
  /** Without a final slash. */
  readonly baseUrl: string;
  /** The official page of a question, or null where its number is not known. */
  readonly sourceUrlOf: (sourceId: string) => string | null;
}

/** ISO 3166-1 code of the country whose parliaments Vigie follows. */
export const COUNTRY = "be";

const NAMES: Readonly<Record<string, string>> = { wallonia: "Parlement de Wallonie" };

/** The parliament as readers call it; its short name where we know no other. */
export function nameOfParliament(parliament: string): string {
  return NAMES[parliament] ?? parliament;
}

/** A name as a part of an address, whatever it holds. */
export const inAddress = (name: string) => encodeURIComponent(name.toWellFormed());
