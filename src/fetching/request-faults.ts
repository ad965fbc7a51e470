import { RequestError } from "got";
import { FetchError } from "../errors.ts";

/** One try that failed, for the log. */
export interface FailedTry {
  readonly at: Date;
  /** A code of the network, or a status. */
  readonly fault: string | number;
}

/**
 * Codes of the network (`ECONNRESET`), of the HTTP parser (`HPE_INVALID_CONSTANT`) and of bodies that end
 * early. A certificate that does not hold has a code of another form and stays what it is.
 */
const TRANSIENT_CODE = /^E(?!RR_)|^HPE_|^ERR_HTTP_CONTENT_LENGTH_MISMATCH$/;

const REASONS: Readonly<Record<string, string>> = {
  ECONNREFUSED: "aucun serveur n’y répond",
  ECONNRESET: "la connexion a été coupée",
  EPIPE: "la connexion a été coupée",
  ERR_HTTP_CONTENT_LENGTH_MISMATCH: "la connexion a été coupée",
  ENOTFOUND: "ce nom de machine est inconnu",
  EAI_AGAIN: "ce nom de machine est inconnu",
};

/** The code of a failed request where trying again may help; null for everything else that can be thrown. */
export function findTransientCode(error: unknown): string | null {
  return error instanceof RequestError && TRANSIENT_CODE.test(error.code) ? error.code : null;
}

/** What a request that failed for good is told as; anything else that was thrown stays as it is. */
export function asFetchError(error: unknown, url: URL, tries: readonly FailedTry[]): unknown {
  if (!(error instanceof RequestError)) return error;
  const context = { url: url.href, cause: error.code, tries };
  if (error.code === "ETIMEDOUT") {
    const message = `${url.href} : rien de complet à temps en ${tries.length} essais. Réessayez plus tard.`;
    return new FetchError("timed_out", message, context, { cause: error });
  }
  const isTransient = TRANSIENT_CODE.test(error.code);
  const reason = REASONS[error.code] ?? (isTransient ? "la connexion échoue" : "la connexion n’est pas sûre");
  const what = `${url.href} n’est pas joignable : ${reason} (${error.code}).`;
  return new FetchError("unreachable", `${what} Vérifiez le réseau et l’adresse.`, context, { cause: error });
}
