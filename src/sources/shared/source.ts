import type { PageSign } from "../../domain/page-sign.ts";
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

/** A form of address under which a site shows its records. */
export interface AddressForm {
  /** Short and lasting: it is remembered in the database. */
  readonly name: string;
  /** `baseUrl` has no final slash. */
  urlOf(baseUrl: string, sourceId: string): string;
}

/** One parliament's site. A second parliament is a second `Source`, nothing else. */
export interface Source {
  /** Short name, the first part of every public id: `wallonia`. */
  readonly parliament: string;
  /** As readers call the parliament: « Parlement de Wallonie ». */
  readonly name: string;
  /** ISO 3166-1 code of its country, in lower case. */
  readonly country: string;
  /** Changes with every change of the parser that may change a record: pages are then read again. */
  readonly parserVersion: string;
  /** The ways to ask for a record, the best first. Ids are numbers that the site gives out in order. */
  readonly addressForms: readonly AddressForm[];
  /** Hosts of the site, past ones too; each stands for all below it. A redirect may lead from one to another. */
  readonly hosts: readonly string[];
  /** Ids that are known to show an answered question, to try the site with. */
  readonly knownSourceIds: readonly string[];
  /** An id known to be given out: new ones are looked for above it while nothing else is known. */
  readonly newestKnownNumber: number;
  /**
   * Reads one question page in any of its renderings.
   * @throws {ParseError} with a refusal code, for every page that is no complete written question
   */
  parse(page: RawPage): ParsedQuestion;
  /** What a page without a record shows in its place; null for a record of any kind, and where nothing tells. */
  findPageSign(page: RawPage): PageSign | null;
  /** The source id a location tells (`…iddoc=55877`, `55877.html`), or null. */
  findSourceId(location: string): string | null;
  /** The public page of a record on the site. */
  urlOf(sourceId: string): string;
}
