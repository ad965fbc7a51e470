import { sql } from "drizzle-orm";
import type { Database } from "../database.ts";
import { createSamples, removeSamples } from "../samples.ts";
import { vocabulary } from "../schema/index.ts";
import { lockWrites } from "../write-lock.ts";
import { type DeclaredTable, declaredTables, verifyFiles } from "./declared-tables.ts";
import type { DumpedTable } from "./described-table.ts";
import { DumpRefusal } from "./dump-refusal.ts";
import { DUMPED_TABLES } from "./dumped-tables.ts";
import { insertLines } from "./insert-lines.ts";
import { makeAllSearchable } from "./make-all-searchable.ts";
import { readLines } from "./read-lines.ts";
import { readPackage } from "./read-package.ts";
import { type DumpRow, readRow } from "./read-row.ts";

/** As many lines as make a round trip cheap, and as much text as stays small in memory. */
const BATCH = { rows: 250, characters: 4 * 1024 * 1024 };

/** How many rows came into each table. */
export type ImportedRows = Readonly<Record<string, number>>;

/**
 * Fills a register without real pages with what a dump holds, in one transaction: the numbers stay those of
 * the dump. What an empty register has noted of itself (samples, rounds that brought no page) makes way.
 * @throws {DumpRefusal} where the dump is not taken over; nothing was changed then
 */
export async function importDump(
  db: Database,
  folder: string,
  { parliament }: { readonly parliament: string },
): Promise<ImportedRows> {
  const read = await readPackage(folder);
  const declared = declaredTables(read, { parliament });
  await requireRoom(db, parliament);
  await verifyFiles(folder, read);
  return db.transaction(async (tx) => {
    await lockWrites(tx, parliament);
    await removeSamples(tx, parliament);
    await requireRoom(tx, parliament);
    for (const { table } of DUMPED_TABLES.toReversed()) {
      await tx.execute(sql`delete from ${table} where parliament = ${parliament}`);
    }
    for (const one of declared) {
      for await (const rows of batches(folder, one, parliament)) await insertLines(tx, one, rows);
    }
    await makeAllSearchable(tx, parliament);
    for (const { table } of declared) await settleNumbers(tx, table);
    const filled = [...declared.map(({ table }) => table.table), vocabulary];
    await tx.execute(sql`analyze ${sql.join(filled, sql`, `)}`);
    return Object.fromEntries(declared.map(({ table, rows }) => [table.name, rows]));
  });
}

/** Room is where no page was ever kept but those of the samples. */
async function requireRoom(db: Database, parliament: string): Promise<void> {
  const samples = createSamples(db, { parliament });
  if ((await samples.isEmpty()) || (await samples.present())) return;
  throw new DumpRefusal(
    "register_not_empty",
    "Le registre contient déjà de vraies pages : un paquet ne s’importe que dans un registre vide. Donnez un autre " +
      "dossier (DATA_DIR) ou une autre base (DATABASE_URL).",
  );
}

async function* batches(
  folder: string,
  declared: DeclaredTable,
  parliament: string,
): AsyncGenerator<readonly DumpRow[]> {
  let batch: DumpRow[] = [];
  let characters = 0;
  for await (const line of readLines(folder, declared)) {
    const row = readRow(line, declared, { parliament });
    batch.push(row);
    characters += row.json.length;
    if (batch.length < BATCH.rows && characters < BATCH.characters) continue;
    yield batch;
    [batch, characters] = [[], 0];
  }
  if (batch.length > 0) yield batch;
}

/** Has the database give out higher numbers than any that is stored, and none again that it gave out before. */
async function settleNumbers(tx: Database, { name, table, fields }: DumpedTable): Promise<void> {
  const identity = fields.find(({ column }) => column.generatedIdentity !== undefined);
  if (identity === undefined) return;
  const column = identity.column.name;
  const sequence = sql`pg_get_serial_sequence(${name}, ${column})`;
  await tx.execute(sql`
    select setval(${sequence}, greatest(max(${identity.column}), pg_sequence_last_value(${sequence}::regclass)))
    from ${table} having count(*) > 0`);
}
