import pg from "pg";
import type { HeldLock } from "./database.ts";

const LOCK_NOT_AVAILABLE = "55P03";

/** A machine that is gone answers no probe: its locks are given to others after about a minute. */
const PROBE_HOLDER =
  "set tcp_keepalives_idle = 30; set tcp_keepalives_interval = 10; set tcp_keepalives_count = 3";

/**
 * Takes a lock on a connection of its own, with which the server gives it back, whatever happens to this process; null
 * where another holds it for longer than `waitMs`.
 */
export async function lockOnPostgres(
  config: pg.ClientConfig,
  name: string,
  waitMs: number,
): Promise<HeldLock | null> {
  const client = new pg.Client(config);
  const lost = new AbortController();
  client.on("error", () => lost.abort());
  client.on("end", () => lost.abort());
  await client.connect();
  try {
    await client.query(PROBE_HOLDER);
    if (await tryLock(client, name, waitMs)) {
      return {
        lost: lost.signal,
        isAwaited: () => isAwaited(client, name),
        release: () => client.end(),
      };
    }
  } catch (error) {
    await client.end();
    throw error;
  }
  await client.end();
  return null;
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
