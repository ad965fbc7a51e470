import { sql } from "drizzle-orm";
import { check, foreignKey, index, integer, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import type { LookTier } from "../../domain/look-tiers.ts";
import type { PageStatus } from "../../domain/page-status.ts";
import { instant, parliament, reference } from "./columns.ts";
import { snapshots } from "./snapshots.ts";

/** The ledger: what each id of the site is known to be (`domain/page-ledger`). No row: not looked at yet. */
export const sourcePages = pgTable(
  "source_pages",
  {
    parliament: parliament(),
    /** The source id as the number it is: ids are walked in its order. */
    sourceNumber: integer("source_number").notNull(),
    status: text("status").$type<PageStatus>().notNull(),
    /** Why the last look was refused or failed; null otherwise. */
    code: text("code"),
    message: text("message"),
    /** Null while only files told of it. */
    firstLookedAt: instant("first_looked_at"),
    lastLookedAt: instant("last_looked_at"),
    /** How often the site was asked. */
    looks: integer("looks").notNull(),
    /** The last page that came; null where none ever did. */
    snapshotId: reference("snapshot_id"),
    /** What the site gave with its last page, to be sent back with the next request. */
    etag: text("etag"),
    lastModified: text("last_modified"),
    /** Null: never looked at again. */
    tier: text("tier").$type<LookTier>(),
    dueAt: instant("due_at"),
  },
  (t) => [
    primaryKey({ name: "source_pages_pkey", columns: [t.parliament, t.sourceNumber] }),
    foreignKey({
      name: "source_pages_snapshot_fkey",
      columns: [t.parliament, t.snapshotId],
      foreignColumns: [snapshots.parliament, snapshots.id],
    }),
    index("source_pages_by_due")
      .on(t.parliament, t.dueAt, t.sourceNumber)
      .where(sql`${t.dueAt} is not null`),
    index("source_pages_by_status").on(t.parliament, t.status, t.sourceNumber),
    check(
      "source_pages_status_known",
      sql`${t.status} in ('question', 'otherKind', 'absent', 'refused', 'failed')`,
    ),
    check("source_pages_number_positive", sql`${t.sourceNumber} > 0`),
    check("source_pages_looks_count", sql`${t.looks} >= 0`),
  ],
);

/** How the site of a parliament is asked, remembered from one process to the next. */
export const sourceStates = pgTable(
  "source_states",
  {
    parliament: parliament(),
    /** Name of the form of address that showed a question last; null while none did. */
    addressForm: text("address_form"),
    /** The site asked to be left alone until then (Retry-After). */
    resumeAt: instant("resume_at"),
  },
  (t) => [primaryKey({ name: "source_states_pkey", columns: [t.parliament] })],
);
