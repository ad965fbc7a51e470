import { isBrokenSign } from "../domain/page-sign.ts";
import type { KnownId } from "../store/page-ledger.ts";
import type { Outcome } from "../store/page-store.ts";
import type { LookResult } from "./look-report.ts";

/** What a look found, and why it is no more than that. */
export type Described = Pick<LookResult, "found" | "code" | "message" | "sign">;

const nothingMore = { code: null, message: null, sign: null };

/** What came of a page that was kept, for an id of which `known` was known. */
export function describeOutcome(outcome: Outcome, { question }: KnownId): Described {
  switch (outcome.outcome) {
    case "refused":
      return describeRefusal(outcome, question !== null);
    case "poorer":
      return { found: "poorer", code: "poorer_page", message: outcome.message, sign: null };
    default:
      return { found: outcome.outcome, ...nothingMore };
  }
}

function describeRefusal(
  { code, message }: Extract<Outcome, { outcome: "refused" }>,
  wasQuestion: boolean,
): Described {
  if (code === "absent") return { found: "absent", ...nothingMore };
  // A question does not become a record of another kind: something is wrong with the page, or with the site.
  if (code === "other_kind" && !wasQuestion) return { found: "otherKind", code, message, sign: null };
  if (isBrokenSign(code)) return { found: "failed", code, message, sign: code };
  const found = code === "vanished" || code === "http_error" ? "failed" : "refused";
  return { found, code, message, sign: null };
}

/** What is said of an id whose page is the one it showed before. */
export function describeKnown({ entry }: KnownId): Described {
  if (entry?.status === "absent") return { found: "absent", ...nothingMore };
  return { found: entry?.status === "otherKind" ? "otherKind" : "unchanged", ...nothingMore };
}
