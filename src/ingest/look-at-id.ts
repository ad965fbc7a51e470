import type { Validators } from "../domain/page-ledger.ts";
import { isBrokenSign } from "../domain/page-sign.ts";
import { FetchError } from "../errors.ts";
import type { FetchedPage, SiteClient } from "../fetching/site-client.ts";
import type { AddressForm, Source } from "../sources/shared/source.ts";
import type { KnownId, PageLedger } from "../store/page-ledger.ts";
import type { PageStore, TakenPage } from "../store/page-store.ts";
import { type Described, describeKnown, describeOutcome } from "./describe-look.ts";
import type { LookResult } from "./look-report.ts";
import { signRefusal } from "./page-signs.ts";
import { readErrorPage, readPage } from "./read-page.ts";
import { forbidsAll } from "./site-wide.ts";
import { hashOf, type IncomingPage, takePage } from "./take-pages.ts";

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
  /** Asked before a page that showed a question is taken for gone: whether that may be believed. */
  readonly mayVanish: () => Promise<boolean>;
}

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
  const { client, ledger, source, pages, sourceBaseUrl, now } = parts;
  const sourceId = String(sourceNumber);
  const known = await ledger.findId(sourceNumber);
  const result = (described: Described, page?: IncomingPage): LookResult => ({
    sourceNumber,
    ...described,
    sha256: page === undefined ? null : hashOf(page),
    isEmpty: page !== undefined && !/\S/.test(Buffer.from(page.bytes).toString("latin1")),
    stateBefore: known.question?.state ?? null,
  });
  const note = async (found: "absent" | "failed", code: string | null, message: string | null) => {
    const nothing = { snapshotId: null, validators: null };
    await ledger.noteLook({ sourceNumber, at: now(), origin: "source", found, code, message, ...nothing });
    return result({ found, code, message, sign: null });
  };

  const fetched = await ask(client, form.urlOf(sourceBaseUrl, sourceId), known.entry?.validators ?? null);
  if (fetched instanceof FetchError) return note("failed", fetched.code, fetched.message);
  if (fetched.kind === "unmodified") {
    await ledger.noteUnmodified(sourceNumber, fetched.fetchedAt);
    return result(describeKnown(known));
  }
  const page = incomingPage(fetched, sourceId);
  const { status } = fetched;
  const reading = status < 400 ? readPage(page, source) : readErrorPage(page, status, source);
  const refusal = "refusal" in reading ? reading.refusal.code : null;
  const keep = async (as: TakenPage["reading"]) => {
    const [outcome] = await pages.savePages([takePage(page, source, { reading: as })]);
    return result(describeOutcome(outcome!, known), page);
  };

  if (refusal !== null && isBrokenSign(refusal)) return keep(reading);
  const isElsewhere = isGone(fetched) || leadsElsewhere(fetched, sourceId, source, reading);
  if (refusal === "absent" || isElsewhere) {
    if (wasShown(known) && !(await mayVanish())) return keep(UNBELIEVED);
    // What came in the place of a question is kept, as the proof that it is gone.
    if (isElsewhere && !wasShown(known)) return note("absent", null, null);
    return keep({ refusal: signRefusal("absent") });
  }
  return keep(reading);
}

const UNBELIEVED: TakenPage["reading"] = {
  refusal: {
    code: "vanished",
    message: "la page d’une question connue a disparu, et le site ne montre pas non plus les autres",
  },
};

/** A page that failed for reasons of its own is a result; what forbids any further page is not. */
async function ask(client: SiteClient, url: string, validators: Validators | null) {
  try {
    return await client.get(url, validators);
  } catch (error) {
    if (!(error instanceof FetchError) || forbidsAll(error)) throw error;
    return error;
  }
}

const wasShown = ({ entry, question }: KnownId) => question !== null && entry?.status !== "absent";

const isGone = ({ status }: FetchedPage) => status === 404 || status === 410;

/** Whether the site led to another record, or to a page that names no id and shows no question. */
function leadsElsewhere(
  { status, url }: FetchedPage,
  sourceId: string,
  source: Source,
  reading: TakenPage["reading"],
): boolean {
  const told = source.findSourceId(url);
  return status < 400 && told !== sourceId && (told !== null || !("question" in reading));
}

const incomingPage = (
  { url, bytes, contentType, fetchedAt, status, validators }: FetchedPage,
  sourceId: string,
): IncomingPage => ({
  ...(contentType === null ? {} : { contentType }),
  bytes,
  location: url,
  sourceId,
  fetchedAt,
  status,
  origin: "source",
  validators,
});
