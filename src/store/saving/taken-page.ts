import type { PageOrigin } from "../../domain/page-verdict.ts";
import type { ParsedQuestion } from "../../domain/parsed-question.ts";
import type { Validators } from "../../domain/page-ledger.ts";
import type { RefusalReason } from "../schema/index.ts";

/** A page that was fetched or read from a file, and what the parser made of it. */
export interface TakenPage {
  readonly snapshot: {
    /** Null where nothing tells which record the page is. */
    readonly sourceId: string | null;
    /** Of the bytes as they came, in lower-case hex. */
    readonly sha256: string;
    /** URL or file name. */
    readonly location: string;
    /** HTTP status; null for a file. */
    readonly status: number | null;
    readonly contentType: string | null;
    /** Before compression. */
    readonly byteLength: number;
    /** The bytes, gzip-compressed. */
    readonly content: Uint8Array;
    readonly fetchedAt: Date;
  };
  readonly parserVersion: string;
  readonly origin: PageOrigin;
  /** What the site gave with the page; null where it gave nothing, and for a file. */
  readonly validators: Validators | null;
  readonly reading: Reading;
}

/** What the parser made of a page. */
export type Reading =
  | { readonly question: ParsedQuestion }
  | { readonly refusal: { readonly code: RefusalReason; readonly message: string } };

/** A page known by its hash alone, before anybody parses it. */
export interface MetPage {
  readonly sourceId: string | null;
  readonly sha256: string;
  readonly parserVersion: string;
  readonly fetchedAt: Date;
  readonly origin: PageOrigin;
  readonly validators: Validators | null;
}

/** What came of a page. `questionId` is the public id; messages are French sentences for whoever brought the page. */
export type Outcome =
  | { readonly outcome: "new" | "changed" | "unchanged"; readonly questionId: string }
  /** The page holds less than what is stored, or an earlier version of it: kept, and not taken over. */
  | { readonly outcome: "poorer"; readonly questionId: string; readonly message: string }
  | { readonly outcome: "refused"; readonly code: RefusalReason; readonly message: string };
