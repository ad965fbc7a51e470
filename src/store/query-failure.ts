/** Why the database did not answer, where that is neither a fault of the query nor of what it asks for. */
export type QueryFailure = "unavailable" | "tooSlow";

/** Codes of the network for a server that is not there, or no longer. */
const LOST_BY_NETWORK =
  /^(?:ECONN(?:REFUSED|RESET|ABORTED)|EPIPE|E(?:HOST|NET)UNREACH|ETIMEDOUT|ENOTFOUND|EAI_AGAIN)$/;

/**
 * Codes of PostgreSQL for a connection that broke or is not to be had: its class 08, a server that starts or stops, and
 * one with no connection left (https://www.postgresql.org/docs/current/errcodes-appendix.html).
 */
const LOST_BY_SERVER = /^(?:08\w{3}|57P0[1-5]|53300)$/;

/** What the driver says, without any code, of a connection that it lost or waited for in vain. */
const LOST_BY_DRIVER =
  /^(?:Connection terminated|Client has encountered a connection error|timeout exceeded when)/;

/** PostgreSQL stopped a statement, as `statement_timeout` has it do. */
const CANCELED = "57014";

/** What an error, or one of those that caused it, says of the database; null where it is of another kind. */
export function findQueryFailure(error: unknown): QueryFailure | null {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    const code = "code" in cause ? String(cause.code) : "";
    if (code === CANCELED) return "tooSlow";
    if (LOST_BY_NETWORK.test(code) || LOST_BY_SERVER.test(code)) return "unavailable";
    if (code === "" && LOST_BY_DRIVER.test(cause.message)) return "unavailable";
  }
  return null;
}
