import type { Validators } from "../domain/page-ledger.ts";

/** What a site answered, whatever the status; tried again first where it was transient. */
export interface FetchedPage {
  readonly kind: "page";
  /** Where the page came from, after redirects. */
  readonly url: string;
  readonly status: number;
  /** Decompressed. */
  readonly bytes: Uint8Array;
  readonly contentType: string | null;
  readonly validators: Validators;
  readonly fetchedAt: Date;
}

/** The site says that its page is the one it gave these validators for. */
export interface Unmodified {
  readonly kind: "unmodified";
  readonly fetchedAt: Date;
}

/** Asks one site for pages, politely: one at a time, at its pace, within its robots.txt. */
export interface SiteClient {
  /**
   * @throws {FetchError} when no page came
   * @throws {TypeError} for an address that is none of the site's
   */
  get(url: string, validators?: Validators | null): Promise<FetchedPage | Unmodified>;
  /** Requests sent so far, redirects and second tries among them. */
  readonly requests: number;
}
