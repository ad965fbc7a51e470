import type { ParsedQuestion } from "../../domain/parsed-question.ts";

/** A page as it came, before anything is known of it. */
export interface RawPage {
  readonly bytes: Uint8Array;
  /**
   * Where it came from: the URL it was fetched from, or a file name. Tells the source id where the page does
   * not.
   */
  readonly location: string;
  /** The Content-Type header it came with; its charset is trusted over everything else. Absent for files. */
  readonly contentType?: string;
  /** The source id, where the caller knows it better than the location. */
  readonly sourceId?: string;
}

/** One parliament's site. A second parliament is a second `Source`, nothing else. */
export interface Source {
  /** Short name, the first part of every public id: `wallonia`. */
  readonly parliament: string;
  /** Changes with every change of the parser that may change a record: pages are then read again. */
  readonly parserVersion: string;
  /**
   * Reads one question page in any of its renderings.
   * @throws {ParseError} with a refusal code, for every page that is no complete written question
   */
  parse(page: RawPage): ParsedQuestion;
  /** The source id a location tells (`…iddoc=55877`, `55877.html`), or null. */
  findSourceId(location: string): string | null;
  /** The public page of a record on the site. */
  urlOf(sourceId: string): string;
}
