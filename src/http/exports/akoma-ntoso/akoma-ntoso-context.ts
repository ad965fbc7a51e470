/** What the metadata of a document says beside its question: from whom it comes, and where it is found. */
export interface AknContext {
  /** Short name of the parliament: `wallonia`. */
  readonly parliament: string;
  /** As readers call it: « Parlement de Wallonie ». */
  readonly parliamentName: string;
  /** ISO 3166-1 code of its country, in lower case. */
  readonly country: string;
  /** Without a final slash. */
  readonly baseUrl: string;
  /** The official page of a question, or null where its number is not known. */
  readonly sourceUrlOf: (sourceId: string) => string | null;
}

/** A name as a part of an address, whatever it holds. */
export const inAddress = (name: string) => encodeURIComponent(name.toWellFormed());
