import { slugOf } from "../../domain/folded-text.ts";
import { NotFoundError } from "../../errors.ts";
import type { SessionReader, SessionSummary } from "../../store/session-reader.ts";
import { nearNames } from "./near-names.ts";

/**
 * The session that an address names, `SE2014` and `se2014` alike.
 * @throws {NotFoundError} with near names
 */
export async function getSession(sessions: SessionReader, typed: string): Promise<SessionSummary> {
  const session = await sessions.findSession(slugOf(typed));
  if (session !== null) return session;
  const names = (await sessions.listSessions()).map((one) => ({ slug: one.session, name: one.session }));
  const message = `Aucune question n’a été posée dans une session « ${typed} ».`;
  throw new NotFoundError("unknown_session", message, nearNames(slugOf(typed), names));
}
