import pg from "pg";

/** What the driver was given for one statement: the statement and its parameters. */
type Statement = readonly unknown[];

/**
 * Does some work, and gives what came of it with all statements this process sent to PostgreSQL meanwhile, in their
 * order: there should be no other work.
 */
export async function recordStatements<T>(work: () => Promise<T>): Promise<[T, Statement[]]> {
  const client = pg.Client.prototype as { query: (...given: unknown[]) => unknown };
  const { query } = client;
  const statements: Statement[] = [];
  client.query = function (this: pg.Client, ...given) {
    statements.push(given.filter((part) => typeof part !== "function"));
    return query.apply(this, given);
  };
  try {
    return [await work(), statements];
  } finally {
    client.query = query;
  }
}

/** Sends recorded statements again, one after the other on one connection, and reads what they give. */
export async function replayStatements(pool: pg.Pool, statements: readonly Statement[]): Promise<void> {
  const client = (await pool.connect()) as Omit<pg.PoolClient, "query"> & {
    query: (...given: unknown[]) => Promise<unknown>;
  };
  try {
    for (const statement of statements) await client.query(...statement);
  } finally {
    client.release();
  }
}
