import { bigint, customType, date, text, timestamp } from "drizzle-orm/pg-core";
import type { CalendarDate } from "../../domain/calendar-date.ts";

/** The house a row belongs to. Part of every key, so that rows can be spread over machines by it. */
export const parliament = () => text("parliament").notNull();

/** A number of ours, given by the database. */
export const identity = () => bigint("id", { mode: "number" }).notNull().generatedAlwaysAsIdentity();

/** A number of ours that points to a row of another table. */
export const reference = (name: string) => bigint(name, { mode: "number" });

/** A calendar day, read and written as `YYYY-MM-DD` text. */
export const day = (name: string) => date(name, { mode: "string" }).$type<CalendarDate>();

/** A moment, with its zone. */
export const instant = (name: string) => timestamp(name, { withTimezone: true, mode: "date", precision: 3 });

/** Raw bytes. PGlite hands out plain `Uint8Array`, pg hands out `Buffer`; both are read as `Uint8Array`. */
export const bytes = customType<{ data: Uint8Array; driverData: Uint8Array }>({
  dataType: () => "bytea",
  toDriver: (value) => Buffer.from(value.buffer, value.byteOffset, value.byteLength),
});

/** Words made ready for searching, written as PostgreSQL writes them; read only by the database. */
export const wordVector = customType<{ data: string }>({ dataType: () => "tsvector" });
