import { sql } from "drizzle-orm";
import { check, foreignKey, index, integer, pgTable, primaryKey, text, unique } from "drizzle-orm/pg-core";
import type { PageSign } from "../../domain/page-sign.ts";
import type { RefusalCode } from "../../errors.ts";
import { bytes, identity, instant, parliament, reference } from "./columns.ts";

/**
 * Every page as it came, once per source id and content: the proof behind each figure. Never changed, and only samples
 * are ever removed.
 */
export const snapshots = pgTable(
  "snapshots",
  {
    parliament: parliament(),
    id: identity(),
    /** Null where neither URL, file name nor content tells which record the page is. */
    sourceId: text("source_id"),
    /** SHA-256 of the bytes as they came, in lower-case hex. */
    sha256: text("sha256").notNull(),
    /** URL or file name the bytes came from. */
    location: text("location").notNull(),
    /** HTTP status; null for a file. */
    status: integer("status"),
    /** The Content-Type header that came last with these bytes; null for a file. */
    contentType: text("content_type"),
    byteLength: integer("byte_length").notNull(),
    /** The bytes, gzip-compressed. */
    content: bytes("content").notNull(),
    /** When Vigie first took these bytes in. */
    fetchedAt: instant("fetched_at").notNull(),
    /** When Vigie last met the same bytes again. */
    lastFetchedAt: instant("last_fetched_at").notNull(),
    /** The parser that last read these bytes. */
    parserVersion: text("parser_version").notNull(),
  },
  (t) => [
    primaryKey({ name: "snapshots_pkey", columns: [t.parliament, t.id] }),
    unique("snapshots_content_key").on(t.parliament, t.sourceId, t.sha256).nullsNotDistinct(),
    index("snapshots_by_hash").on(t.parliament, t.sha256),
    check("snapshots_sha256_is_hex", sql`${t.sha256} ~ '^[0-9a-f]{64}$'`),
  ],
);

/**
 * `poorer_page`: a written question, but with less than what is stored, or an earlier version of it. `no_record`: a
 * page that the site shows for an id, with nothing on it that we know. `http_error`: what came with an error. `vanished`:
 * what came for a question, and is not believed. The signs tell what the site showed in the place of a record.
 */
export type RefusalReason = RefusalCode | "poorer_page" | "no_record" | "http_error" | "vanished" | PageSign;

/** Pages that were kept but not taken over, with the reason; one row a snapshot, brought up to date by each look. */
export const refusals = pgTable(
  "refusals",
  {
    parliament: parliament(),
    id: identity(),
    snapshotId: reference("snapshot_id").notNull(),
    code: text("code").$type<RefusalReason>().notNull(),
    message: text("message").notNull(),
    parserVersion: text("parser_version").notNull(),
    refusedAt: instant("refused_at").notNull(),
  },
  (t) => [
    primaryKey({ name: "refusals_pkey", columns: [t.parliament, t.id] }),
    unique("refusals_snapshot_key").on(t.parliament, t.snapshotId),
    foreignKey({
      name: "refusals_snapshot_fkey",
      columns: [t.parliament, t.snapshotId],
      foreignColumns: [snapshots.parliament, snapshots.id],
    }),
  ],
);
