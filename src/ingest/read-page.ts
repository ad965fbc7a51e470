import type { PageOrigin } from "../domain/page-verdict.ts";
import { isBrokenSign } from "../domain/page-sign.ts";
import { ParseError } from "../errors.ts";
import type { RawPage, Source } from "../sources/shared/source.ts";
import type { TakenPage } from "../store/page-store.ts";
import { signRefusal } from "./page-signs.ts";

/** Where a page came from, which tells what it may show in the place of a record. */
export interface ArrivedPage extends RawPage {
  readonly origin: PageOrigin;
}

/** A refusal is a result like another; any other error is ours and ends the run. */
export function readPage(page: ArrivedPage, source: Source): TakenPage["reading"] {
  try {
    return { question: source.parse(page) };
  } catch (error) {
    if (!(error instanceof ParseError)) throw error;
    const { code, message } = error;
    if (page.origin === "file") return { refusal: { code, message } };
    const sign = source.findPageSign(page);
    if (sign !== null) return { refusal: signRefusal(sign) };
    // What an id of the site is, is settled by a record of another kind, and not by just any page.
    const isSettled = code !== "other_kind" || error.heading !== null;
    return { refusal: { code: isSettled ? code : "no_record", message } };
  }
}

/** What a page that came with an HTTP error shows; a record on it would not be believed. */
export function readErrorPage(page: RawPage, status: number, source: Source): TakenPage["reading"] {
  const sign = source.findPageSign(page);
  if (sign !== null && isBrokenSign(sign)) return { refusal: signRefusal(sign) };
  return { refusal: { code: "http_error", message: `le site répond par une erreur (HTTP ${status})` } };
}
