import { ConflictError } from "../errors.ts";
import { roundLockName } from "../ingest/round.ts";
import type { OpenDatabase } from "../store/database.ts";
import type { DumpShelf } from "../store/dump/dump-shelf.ts";
import { type WholeFolder, writeWhole } from "../store/dump/whole-folder.ts";
import { type DumpOptions, type DumpSummary, writeDump } from "../store/dump/write-dump.ts";
import type { Job, JobLog } from "./job.ts";

/** What dumps are made of, and where they go. */
export interface DumpParts extends Omit<DumpOptions, "createdAt" | "stopping"> {
  readonly database: Pick<OpenDatabase, "db" | "engine" | "lock">;
  readonly shelf: DumpShelf;
  readonly now: () => Date;
}

export interface DumpWishes {
  readonly stopping: AbortSignal;
  /** A folder to write into, instead of the shelf; what is in it is replaced. */
  readonly out?: string;
}

/** What came of a dump; null where we were told to stop before it was whole. */
export type DumpReport = (WholeFolder<DumpSummary> & { readonly removed: readonly string[] }) | null;

/** Longer than a nightly round takes. */
const LONGEST_WAIT_MS = 5 * 3_600_000;

/**
 * Writes a dump of everything, and removes those of more than a week ago.
 * @throws {ConflictError} where another dump or, on the embedded database, a round does not come to an end
 */
export async function dumpRegister(parts: DumpParts, { stopping, out }: DumpWishes): Promise<DumpReport> {
  const { database, parliament, shelf, now } = parts;
  const names = [`vigie:${parliament}:dump`];
  // There the tables are read one after the other, and rounds are all that writes.
  if (database.engine === "pglite") names.push(roundLockName(parliament));
  return alone(database, names, stopping, async () => {
    const createdAt = now();
    const write = (folder: string) => writeDump(database, folder, { ...parts, createdAt, stopping });
    if (out !== undefined) return { ...(await writeWhole(out, write)), removed: [] };
    const added = await shelf.add(createdAt, write);
    return { ...added, removed: await shelf.removeOld(createdAt) };
  });
}

/** Does something while it holds all of these locks; null where it was to stop first. */
async function alone<Result>(
  database: DumpParts["database"],
  [name, ...others]: readonly string[],
  stopping: AbortSignal,
  work: () => Promise<Result>,
): Promise<Result | null> {
  if (name === undefined) return work();
  const held = await database.lock(name, LONGEST_WAIT_MS, stopping);
  if (held === null) {
    if (stopping.aborted) return null;
    throw new ConflictError(
      "Une ronde ou un autre paquet est en cours depuis trop longtemps : réessayez plus tard.",
      {
        lock: name,
      },
    );
  }
  try {
    return await alone(database, others, stopping, work);
  } catch (error) {
    if (stopping.aborted) return null;
    throw error;
  } finally {
    await held.release();
  }
}

/** Offers everything to whoever wants it, every night. */
export function dumpJob(
  parts: DumpParts,
  { cron, stopping }: { readonly cron: string; readonly stopping: AbortSignal },
  log: JobLog,
): Job {
  return {
    name: "dump",
    cron,
    async run() {
      const report = await dumpRegister(parts, { stopping });
      if (report === null) {
        log.info({}, "dump left out: told to stop");
        return;
      }
      const { folder, result, removed } = report;
      log.info({ folder, bytes: result.bytes, ...result.rows, removed }, "dump written");
    },
  };
}
