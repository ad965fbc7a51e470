import pg from "pg";

/** As many as `vigie import` takes at a time. */
export const BATCH_SIZE = 250;

/** Tables in the order in which rows may be inserted, with the column that tells which question a row belongs to. */
const TABLES = [
  ["persons", null],
  ["person_names", null],
  ["offices", null],
  ["snapshots", "id"],
  ["questions", "id"],
  ["answers", "question_id"],
  ["attachments", "question_id"],
  ["question_revisions", "question_id"],
  ["question_events", "question_id"],
] as const;

/** One statement with its values, one array a column. */
interface Insert {
  readonly text: string;
  readonly values: readonly unknown[][];
}

/** The rows of a database that holds so many pages as the inserts that would bring them back, batch by batch. */
export async function readInserts(url: string, pages: number): Promise<Insert[][]> {
  const asText = {
    getTypeParser: () => (value: string | Buffer) => value,
  } as unknown as pg.CustomTypesConfig;
  const client = new pg.Client({ connectionString: url, types: asText });
  await client.connect();
  const batches: Insert[][] = Array.from({ length: Math.ceil(pages / BATCH_SIZE) }, () => []);
  for (const [table, key] of TABLES) {
    const { rows, fields } = await client.query<Record<string, string | null>>({
      text: `select * from ${table} order by ${key ?? 2}`,
      types: asText,
    });
    const types = await client.query<{ column_name: string; udt_name: string }>({
      text: "select column_name, udt_name from information_schema.columns where table_name = $1",
      values: [table],
    });
    const typeOf = new Map(types.rows.map((row) => [row.column_name, row.udt_name]));
    const columns = fields.map(({ name }) => name);
    const casts = columns.map((name, i) => `$${i + 1}::${typeOf.get(name)}[]`);
    const text =
      `insert into ${table} (${columns.map((name) => `"${name}"`).join()}) ` +
      `overriding system value select * from unnest(${casts.join()})`;
    for (const [b, batch] of batches.entries()) {
      const own = rows.filter((row) => {
        return (key === null ? 0 : Math.floor((Number(row[key]) - 1) / BATCH_SIZE)) === b;
      });
      if (own.length > 0)
        batch.push({ text, values: columns.map((name) => own.map((row) => row[name] ?? null)) });
    }
  }
  await client.end();
  return batches;
}

/** How long they take on an empty database, in milliseconds. */
export async function timeBareInserts(url: string, batches: readonly Insert[][]): Promise<number> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    const startedAt = performance.now();
    for (const batch of batches) {
      await client.query("begin");
      for (const { text, values } of batch) await client.query(text, values as unknown[]);
      await client.query("commit");
    }
    return performance.now() - startedAt;
  } finally {
    await client.end();
  }
}
