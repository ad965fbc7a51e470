import { createHash } from "node:crypto";
import type { Validators } from "../domain/page-ledger.ts";
import { isBrokenSign } from "../domain/page-sign.ts";
import { FetchError, type FetchFault } from "../errors.ts";
import type { FetchedPage, SiteClient } from "../fetching/site-client.ts";
import type { AddressForm, Source } from "../sources/shared/source.ts";
import type { KnownId, PageLedger } from "../store/page-ledger.ts";
import type { Outcome, PageStore } from "../store/page-store.ts";
import type { LookResult } from "./look-report.ts";
import { forbidsAll } from "./site-wide.ts";
import { type IncomingPage, preparePages } from "./take-pages.ts";

/** What looks are made with. */
export interface LookParts {
  readonly source: Source;
  /** Where the site is, without a final slash. */
  readonly sourceBaseUrl: string;
  readonly client: SiteClient;
  readonly pages: PageStore;
  readonly ledger: PageLedger;
  readonly now: () => Date;
}

/** How one id is looked at. */
export interface LookOptions {
  readonly form: AddressForm;
  /**
   * Asked before a page that showed a question is taken for gone: whether the site shows other questions. Where it does
   * not, the site is broken, and nothing is noted of the absence.
   */
  readonly mayVanish: () => Promise<boolean>;
}

type Described = Pick<LookResult, "found" | "code" | "message" | "sign">;

/**
 * Steps 3 to 6 of a page's way, for one id: asks the site, keeps what came, reads it, stores it, and brings the ledger
 * up to date, all before the next page is asked for. A page that does not come is a result like another.
 * @throws {FetchError} where nothing more may be asked of the site (`forbidsAll`)
 */
export async function lookAtId(
  sourceNumber: number,
  parts: LookParts,
  { form, mayVanish }: LookOptions,
): Promise<LookResult> {
  const { client, ledger, sourceBaseUrl } = parts;
  const sourceId = String(sourceNumber);
  const known = await ledger.findId(sourceNumber);
  const result = (described: Described, page?: FetchedPage): LookResult => ({
    sourceNumber,
    ...described,
    sha256: page === undefined ? null : createHash("sha256").update(page.bytes).digest("hex"),
    isEmpty:
      page !== undefined && page.status < 400 && !/\S/.test(Buffer.from(page.bytes).toString("latin1")),
    isOldNews:
      described.code !== null && described.code === known.entry?.code && !SITE_WIDE.has(described.code),
    stateBefore: known.question?.state ?? null,
  });
  const note = async (found: "absent" | "failed", code: string | null, message: string | null) => {
    await ledger.noteLook({
      ...{ sourceNumber, at: parts.now(), origin: "source", found, code, message },
      snapshotId: null,
      validators: null,
    });
    return { found, code, message, sign: null };
  };

  const fetched = await ask(client, form.urlOf(sourceBaseUrl, sourceId), known.entry?.validators ?? null);
  if (fetched instanceof FetchError) return result(await note("failed", fetched.code, fetched.message));
  if (fetched.kind === "unmodified") {
    await ledger.noteUnmodified(sourceNumber, fetched.fetchedAt);
    return result(describeKnown(known));
  }
  const page = fetched;
  const incoming = incomingPage(page, sourceId);
  if (shows(page, sourceId, parts.source)) {
    if (wasShown(known) && parts.source.findPageSign(incoming) === "absent") return vanish();
    return result(describe(await take(incoming, parts)), page);
  }
  // Nothing of this id came; what came may still tell that the site as a whole does not answer.
  if (isBrokenSign(parts.source.findPageSign(incoming) ?? "")) {
    return result(describe(await take(incoming, parts)), page);
  }
  if (isAbsence(page)) return wasShown(known) ? vanish() : result(await note("absent", null, null));
  return result(
    await note("failed", `http_${page.status}`, `le site répond par une erreur (HTTP ${page.status})`),
  );

  async function vanish(): Promise<LookResult> {
    if (await mayVanish()) return result(await note("absent", null, null));
    return result({ found: "failed", code: "vanished", message: VANISHED, sign: null });
  }
}

/** Faults of the connection: they say something of the site each time. */
const SITE_WIDE: ReadonlySet<string> = new Set<FetchFault>(["unreachable", "timed_out"]);

const VANISHED = "la page d’une question connue a disparu, et le site ne montre pas non plus les autres";

const wasShown = ({ entry, question }: KnownId) => question !== null && entry?.status !== "absent";

/** A page that failed for reasons of its own is a result; what forbids any further page is not. */
async function ask(client: SiteClient, url: string, validators: Validators | null) {
  try {
    return await client.get(url, validators);
  } catch (error) {
    if (!(error instanceof FetchError) || forbidsAll(error)) throw error;
    return error;
  }
}

/** Whether what came may be the page that was asked for: no error, nor a redirect to something else. */
function shows({ status, url }: FetchedPage, sourceId: string, source: Source): boolean {
  const told = source.findSourceId(url);
  return status < 400 && (told === null || told === sourceId);
}

const isAbsence = ({ status }: FetchedPage) => status < 400 || status === 404 || status === 410;

const incomingPage = (
  { url, bytes, contentType, fetchedAt, status, validators }: FetchedPage,
  sourceId: string,
) => ({
  ...(contentType === null ? {} : { contentType }),
  bytes,
  location: url,
  sourceId,
  fetchedAt,
  status,
  origin: "source" as const,
  validators,
});

async function take(page: IncomingPage, { source, pages }: LookParts): Promise<Outcome> {
  const prepared = await preparePages([page], source, pages);
  const [outcome] = await prepared.save();
  return outcome!;
}

function describe(outcome: Outcome): Described {
  if (outcome.outcome === "poorer")
    return { found: "poorer", code: "poorer_page", message: outcome.message, sign: null };
  if (outcome.outcome !== "refused") return { found: outcome.outcome, code: null, message: null, sign: null };
  const { code, message } = outcome;
  if (code === "absent") return { found: "absent", code: null, message: null, sign: null };
  if (code === "other_kind") return { found: "otherKind", code, message, sign: null };
  if (isBrokenSign(code)) return { found: "failed", code, message, sign: code };
  return { found: "refused", code, message, sign: null };
}

function describeKnown({ entry }: KnownId): Described {
  const nothing = { code: null, message: null, sign: null };
  switch (entry?.status) {
    case "absent":
      return { found: "absent", ...nothing };
    case "otherKind":
      return { found: "otherKind", ...nothing };
    case "refused":
      return { found: "refused", code: entry.code, message: entry.message, sign: null };
    default:
      return { found: "unchanged", ...nothing };
  }
}
