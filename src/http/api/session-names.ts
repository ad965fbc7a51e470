import { slugOf } from "../../domain/folded-text.ts";
import { NotFoundError } from "../../errors.ts";
import type { SessionReader, SessionSummary } from "../../store/session-reader.ts";
import { nearNames } from "./near-names.ts";
import type { TypedName } from "./people.ts";

/**
 * The session that an address names, `SE2014` and `se2014` alike, with its questions.
 * @throws {NotFoundError} with near names
 */
export async function getSession(sessions: SessionReader, typed: string): Promise<SessionSummary> {
  const session = await sessions.findSession(slugOf(typed));
  return session ?? refuse(sessions, { name: typed, parameter: null });
}

/**
 * The session that a filter or an address names, as pages name it.
 * @throws {NotFoundError} with near names
 */
export async function getSessionName(sessions: SessionReader, typed: TypedName): Promise<string> {
  const session = slugOf(typed.name);
  return (await sessions.hasSession(session)) ? session : refuse(sessions, typed);
}

async function refuse(sessions: SessionReader, { name, parameter }: TypedName): Promise<never> {
  const names = (await sessions.listSessions()).map(({ session }) => ({ slug: session, name: session }));
  const message = `Aucune question n’a été posée dans une session « ${name} ».`;
  throw new NotFoundError("unknown_session", message, nearNames(slugOf(name), names), parameter);
}
