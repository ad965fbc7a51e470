import { type LookTier, nextLook } from "./look-tiers.ts";
import type { PageStatus, QuestionFacts } from "./page-status.ts";
import type { PageOrigin } from "./page-verdict.ts";

/** What the site gave with a page, to be sent back with the next request for it. Null where it gave none. */
export interface Validators {
  readonly etag: string | null;
  readonly lastModified: string | null;
}

/** One attempt to see what an id of the site shows, or a file that shows it. */
export interface Look {
  readonly sourceNumber: number;
  readonly at: Date;
  /** A file tells what an id is, but nobody looked at the site. */
  readonly origin: PageOrigin;
  readonly found: PageStatus;
  /** Why it was refused, failed or not taken over, as a code and a French sentence; null otherwise. */
  readonly code: string | null;
  readonly message: string | null;
  /** The page that came; null where none did. Of a look that failed, the page is no proof of what the id is. */
  readonly snapshotId: number | null;
  readonly validators: Validators | null;
}

/** What is remembered of an id of the site. */
export interface LedgerEntry {
  readonly sourceNumber: number;
  readonly status: PageStatus;
  readonly code: string | null;
  readonly message: string | null;
  /**
   * The first look at the site; of an absent id, the first since a higher one is known to show a question. Null while
   * only files told of it.
   */
  readonly firstLookedAt: Date | null;
  readonly lastLookedAt: Date | null;
  /** How often the site was asked. */
  readonly looks: number;
  /** The last page that came; null where none ever did. */
  readonly snapshotId: number | null;
  readonly validators: Validators | null;
  readonly tier: LookTier | null;
  /** When the next look is due; null: never. */
  readonly dueAt: Date | null;
}

/** What is known of the site when a look is noted. */
export interface LookContext {
  /** The question stored under the id; null where there is none. */
  readonly question: QuestionFacts | null;
  /** The highest id known to show a question; null where none is. */
  readonly highestQuestion: number | null;
}

/**
 * The entry of an id after a look. What it is known to be is not forgotten for a page that fails or is refused, nor a
 * question for a page of another kind: only an absence that was established takes its place.
 */
export function entryAfter(
  known: LedgerEntry | null,
  look: Look,
  { question, highestQuestion }: LookContext,
): LedgerEntry {
  const isLook = look.origin === "source";
  const status = statusAfter(known?.status ?? null, look, question);
  // Pages may be told of in another order than they came.
  const at = later(look.at, known?.lastLookedAt ?? look.at);
  const idsBelowNewest = (highestQuestion ?? 0) - look.sourceNumber;
  // Above the highest question every id shows nothing; late it is only when those after it are filled.
  const startsAnew = known?.tier === "beyond" && idsBelowNewest >= 0;
  const firstLookedAt = (startsAnew ? null : known?.firstLookedAt) ?? (isLook ? look.at : null);
  const looks = (known?.looks ?? 0) + (isLook ? 1 : 0);
  const isWell = look.code === null;
  const next = nextLook({
    ...{ sourceNumber: look.sourceNumber, at, status, isWell, idsBelowNewest, question, looks },
    firstLookedAt: firstLookedAt ?? at,
  });
  return {
    sourceNumber: look.sourceNumber,
    status,
    code: look.code,
    message: look.message,
    firstLookedAt,
    lastLookedAt: isLook ? at : (known?.lastLookedAt ?? null),
    looks,
    ...pageAfter(known, look),
    tier: next?.tier ?? null,
    dueAt: isLook ? (next?.dueAt ?? null) : dueAfterFile(known, next?.dueAt ?? null),
  };
}

function statusAfter(
  known: PageStatus | null,
  { found, origin }: Look,
  question: QuestionFacts | null,
): PageStatus {
  if (found === "failed") return known ?? "failed";
  // What the site does not show any more, a file shows as it was.
  if (known === "absent" && origin === "file") return known;
  if (found === "question" || found === "absent") return found;
  if (question !== null && known !== null) return known;
  return found === "refused" && known === "otherKind" ? known : found;
}

/** The last page that came, and what the site gave with that very page. */
function pageAfter(
  known: LedgerEntry | null,
  { found, origin, snapshotId, validators }: Look,
): Pick<LedgerEntry, "snapshotId" | "validators"> {
  const before = { snapshotId: known?.snapshotId ?? null, validators: known?.validators ?? null };
  if (found === "failed" || (origin === "file" && before.validators !== null)) return before;
  return { snapshotId: snapshotId ?? before.snapshotId, validators };
}

/** A file puts no look at the site off, and one that is told of late brings none forward. */
function dueAfterFile(known: LedgerEntry | null, next: Date | null): Date | null {
  if (next === null || known === null || known.dueAt === null) return next;
  return known.lastLookedAt === null ? later(known.dueAt, next) : known.dueAt;
}

const later = (one: Date, other: Date) => (one < other ? other : one);
