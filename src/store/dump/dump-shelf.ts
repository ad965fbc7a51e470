import { mkdir, readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import {
  addDays,
  type CalendarDate,
  dateIn,
  isCalendarDate,
  SITE_TIME_ZONE,
} from "../../domain/calendar-date.ts";
import { PACKAGE_FILE } from "./data-package.ts";
import { DumpRefusal } from "./dump-refusal.ts";
import { type ReadPackage, readPackage, requireFile } from "./read-package.ts";
import { isLeftOver, type WholeFolder, writeWhole } from "./whole-folder.ts";

/** A file of a dump that is kept. */
export interface KeptFile {
  readonly name: string;
  readonly bytes: number;
  /** In lower-case hex. */
  readonly sha256: string;
  readonly mediaType: string;
  readonly isGzipped: boolean;
}

/** A dump that is kept. */
export interface KeptDump {
  readonly date: CalendarDate;
  readonly createdAt: Date;
  /** The package that describes the others comes first. */
  readonly files: readonly [KeptFile, ...KeptFile[]];
}

/** A file of a kept dump, and where it is. */
export interface FoundFile extends KeptFile {
  readonly path: string;
  readonly createdAt: Date;
}

/** Where dumps are kept, each in a folder named after its day in Brussels. */
export interface DumpShelf {
  /** The newest first. A folder that holds no dump is left out. */
  list(): Promise<KeptDump[]>;
  /** Null where none is kept. */
  findNewest(): Promise<KeptDump | null>;
  /** Null where no dump of that day has such a file. */
  findFile(date: string, name: string): Promise<FoundFile | null>;
  /**
   * Has the dump of a moment written in the place of an earlier one of the day, when it is whole. To be called by one
   * at a time: what an earlier call left unfinished is removed.
   */
  add<Result>(at: Date, write: (folder: string) => Promise<Result>): Promise<WholeFolder<Result>>;
  /** Removes the dumps that are a week old or older by then, but for the newest; gives back their days. */
  removeOld(at: Date): Promise<CalendarDate[]>;
}

const KEPT_DAYS = 7;

export function createDumpShelf(folder: string): DumpShelf {
  const read = async (date: CalendarDate) => {
    try {
      return keptDump(date, await readPackage(join(folder, date)));
    } catch (error) {
      if (error instanceof DumpRefusal) return null;
      throw error;
    }
  };
  return {
    async list() {
      const dumps = await Promise.all((await listDates(folder)).map(read));
      return dumps.filter((dump) => dump !== null);
    },

    async findNewest() {
      for (const date of await listDates(folder)) {
        const dump = await read(date);
        if (dump !== null) return dump;
      }
      return null;
    },

    async findFile(date, name) {
      if (!isCalendarDate(date)) return null;
      const dump = await read(date);
      const file = dump?.files.find((one) => one.name === name);
      if (dump === null || file === undefined) return null;
      const isWhole = await hasSize(join(folder, date), file);
      return isWhole ? { ...file, path: join(folder, date, name), createdAt: dump.createdAt } : null;
    },

    async add(at, write) {
      await mkdir(folder, { recursive: true });
      for (const name of (await readdir(folder)).filter(isLeftOver)) {
        await rm(join(folder, name), { recursive: true });
      }
      return writeWhole(join(folder, dateIn(at, SITE_TIME_ZONE)), write);
    },

    async removeOld(at) {
      const lastOld = addDays(dateIn(at, SITE_TIME_ZONE), -KEPT_DAYS);
      const [_newest, ...others] = await listDates(folder);
      const old = others.filter((date) => date <= lastOld);
      for (const date of old) await rm(join(folder, date), { recursive: true });
      return old;
    },
  };
}

function keptDump(date: CalendarDate, { says, bytes, sha256 }: ReadPackage): KeptDump {
  const described = says.resources.map((resource) => ({
    name: resource.path,
    bytes: resource.bytes,
    sha256: resource.hash.slice("sha256:".length),
    mediaType: resource.mediatype,
    isGzipped: resource.compression === "gz",
  }));
  const itself = { name: PACKAGE_FILE, bytes, sha256, mediaType: "application/json", isGzipped: false };
  return { date, createdAt: new Date(says.created), files: [itself, ...described] };
}

async function hasSize(folder: string, { name, bytes }: KeptFile): Promise<boolean> {
  try {
    return (await requireFile(folder, { name })) === bytes;
  } catch (error) {
    if (error instanceof DumpRefusal) return false;
    throw error;
  }
}

/** The days of which there is a folder, the newest first; anything else in there is none of ours. */
async function listDates(folder: string): Promise<CalendarDate[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return [];
    throw error;
  });
  const dates = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  return dates.filter(isCalendarDate).sort().reverse();
}
