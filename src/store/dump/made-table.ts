import type { Database } from "../database.ts";

/** A table that a dump holds beside those it is imported from: made of them, for people. */
export interface MadeTable {
  /** Of the resource: none that a table of the database has. */
  readonly name: string;
  /** Of the file, which is compressed by gzip. */
  readonly path: string;
  readonly description: string;
  readonly format: string;
  readonly mediaType: string;
  readonly fields: readonly { readonly name: string; readonly type: string; readonly description: string }[];
  /** The text of the file, in pieces, as of the moment of the dump. */
  write(db: Database, createdAt: Date): AsyncIterable<string>;
}
