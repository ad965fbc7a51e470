import type { Look, Validators } from "../../domain/page-ledger.ts";
import type { PageStatus } from "../../domain/page-status.ts";
import type { PageOrigin } from "../../domain/page-verdict.ts";
import type { RefusalReason } from "../schema/index.ts";
import type { Outcome } from "./taken-page.ts";

/** What a refusal says of the id: a record of another kind is known for what it is. */
const STATUS_OF_REFUSAL: Readonly<Record<RefusalReason, PageStatus>> = {
  other_kind: "otherKind",
  absent: "absent",
  poorer_page: "question",
  no_record: "refused",
  http_error: "failed",
  vanished: "failed",
  challenge: "failed",
  login: "failed",
  maintenance: "failed",
  incomplete: "refused",
  not_a_question: "refused",
  unreadable: "refused",
};

/** How a page that was taken in was come by. */
interface Arrival {
  readonly sourceId: string | null;
  readonly fetchedAt: Date;
  readonly origin: PageOrigin;
  readonly validators: Validators | null;
  /** Null where the page was not kept. */
  readonly snapshotId: number | null;
}

/** A page that was taken in as a look at its id; none where nothing tells the id, or it is no number. */
export function lookOfPage(
  { sourceId, fetchedAt, origin, validators, snapshotId }: Arrival,
  outcome: Outcome,
): Look[] {
  const sourceNumber = findSourceNumber(sourceId);
  if (sourceNumber === null) return [];
  const { found, code, message } = describe(outcome);
  return [{ sourceNumber, at: fetchedAt, origin, found, code, message, snapshotId, validators }];
}

function describe(outcome: Outcome): Pick<Look, "found" | "code" | "message"> {
  switch (outcome.outcome) {
    case "refused": {
      const { code, message } = outcome;
      // That nothing is there is what the look was to tell.
      return code === "absent"
        ? { found: "absent", code: null, message: null }
        : { found: STATUS_OF_REFUSAL[code], code, message };
    }
    case "poorer":
      return { found: "question", code: "poorer_page", message: outcome.message };
    default:
      return { found: "question", code: null, message: null };
  }
}

/** The number a source id is; null for the ids of our own making (`ref-…`), and for none. */
function findSourceNumber(sourceId: string | null): number | null {
  return sourceId !== null && /^[1-9]\d{0,8}$/.test(sourceId) ? Number(sourceId) : null;
}
