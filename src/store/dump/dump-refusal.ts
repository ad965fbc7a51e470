import { AppError } from "../../errors.ts";

/**
 * `bad_dump`: a file is missing, changed, or does not hold what it should. `unknown_dump_format`: made by another
 * version of Vigie. `other_parliament`: of another parliament. `register_not_empty`: real pages are stored already.
 */
export type DumpFault = "bad_dump" | "unknown_dump_format" | "other_parliament" | "register_not_empty";

/** Where in a dump something is wrong. */
export interface DumpPlace {
  readonly file?: string;
  /** Counted from 1. */
  readonly line?: number;
  /** Several, separated by commas, where they are wrong together. */
  readonly field?: string;
}

/** A dump that is not taken over; nothing was changed. */
export class DumpRefusal extends AppError {
  readonly code: DumpFault;

  /** `why` is a French sentence; the place is put before it. */
  constructor(code: DumpFault, why: string, place: DumpPlace = {}, options?: ErrorOptions) {
    super(`${describePlace(place)}${why}`, { ...place }, options);
    this.code = code;
  }
}

/** A dump one of whose files is not as it should be. */
export function badDump(why: string, place: DumpPlace = {}, cause?: unknown): DumpRefusal {
  return new DumpRefusal("bad_dump", why, place, cause === undefined ? {} : { cause });
}

function describePlace({ file, line, field }: DumpPlace): string {
  const parts = [
    ...(file === undefined ? [] : [file]),
    ...(line === undefined ? [] : [`ligne ${line}`]),
    ...(field === undefined ? [] : [`champ « ${field} »`]),
  ];
  return parts.length === 0 ? "" : `${parts.join(", ")} : `;
}
