import pg from "pg";
import type { HeldLock } from "./database.ts";
import { unreachable } from "./postgres-unreachable.ts";

const LOCK_NOT_AVAILABLE = "55P03";

/**
 * A machine that is gone answers no probe: its locks are given to others after about a minute. The limits an
 * account may have are for queries, not for who waits for a lock or holds it in silence. What an older server
 * does not know is left out.
 */
const PREPARE_HOLDER = `
  select set_config(name, wanted, false)
  from pg_settings
  join (values
    ('tcp_keepalives_idle', '30'), ('tcp_keepalives_interval', '10'), ('tcp_keepalives_count', '3'),
    ('statement_timeout', '0'), ('idle_session_timeout', '0')
  ) as holder (name, wanted) using (name)`;

/**
 * Takes a lock on a connection of its own, with which the server gives it back, whatever happens to this
 * process; null where another holds it for longer than `waitMs`, or until `givenUp` is aborted.
 * @throws {DatabaseError} `database_unreachable`
 */
export async function lockOnPostgres(
  config: pg.ClientConfig,
  name: string,
  waitMs: number,
  givenUp?: AbortSignal,
): Promise<HeldLock | null> {
  const isGivenUp = () => givenUp?.aborted === true;
  if (isGivenUp()) return null;
  const client = new pg.Client(config);
  const lost = new AbortController();
  client.on("error", () => lost.abort());
  client.on("end", () => lost.abort());
  await client.connect().catch((error: unknown) => {
    throw unreachable(client, error);
  });
  // Ends the query that waits; the server drops who waits in vain when the turn comes.
  const leave = () => void client.end();
  givenUp?.addEventListener("abort", leave);
  if (isGivenUp()) leave();
  try {
    await client.query(PREPARE_HOLDER);
    const isHeld = await tryLock(client, name, waitMs);
    if (isHeld && !isGivenUp()) return heldLock(client, name, lost);
  } catch (error) {
    if (!isGivenUp()) {
      await client.end();
      throw error;
    }
  } finally {
    givenUp?.removeEventListener("abort", leave);
  }
  await client.end();
  return null;
}

function heldLock(client: pg.Client, name: string, lost: AbortController): HeldLock {
  return {
    lost: lost.signal,
    async isAwaited() {
      try {
        return await isAwaited(client, name);
      } catch {
        // Whoever waited has it by now, or will.
        lost.abort();
        return true;
      }
    },
    release: () => client.end(),
  };
}

/** A lock has a number: that of its name. */
const key = "hashtextextended($1, 0)";

async function tryLock(client: pg.Client, name: string, waitMs: number): Promise<boolean> {
  if (waitMs === 0) {
    const { rows } = await client.query<{ held: boolean }>(`select pg_try_advisory_lock(${key}) as held`, [
      name,
    ]);
    return rows[0]?.held === true;
  }
  await client.query(`set lock_timeout = ${Math.ceil(waitMs)}`);
  try {
    await client.query(`select pg_advisory_lock(${key})`, [name]);
    return true;
  } catch (error) {
    if (error instanceof pg.DatabaseError && error.code === LOCK_NOT_AVAILABLE) return false;
    throw error;
  }
}

/** PostgreSQL shows the number of an advisory lock in two halves. */
async function isAwaited(client: pg.Client, name: string): Promise<boolean> {
  const { rows } = await client.query<{ awaited: boolean }>(
    `select exists (
       select from pg_locks
       where locktype = 'advisory' and not granted
         and database = (select oid from pg_database where datname = current_database())
         and (classid::bigint << 32) | objid::bigint = ${key}
     ) as awaited`,
    [name],
  );
  return rows[0]?.awaited === true;
}
