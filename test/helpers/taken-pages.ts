import { createHash } from "node:crypto";
import { gzipSync } from "node:zlib";
import { isCalendarDate } from "../../src/domain/calendar-date.ts";
import type { PageOrigin } from "../../src/domain/page-verdict.ts";
import type { ParsedQuestion } from "../../src/domain/parsed-question.ts";
import type { RefusalCode } from "../../src/errors.ts";
import type { MetPage, TakenPage } from "../../src/store/page-store.ts";

/** How a page came, where a test cares. */
export interface Arrival {
  /** What its bytes are; by default they follow from what it says. */
  readonly bytes?: string;
  readonly origin?: PageOrigin;
  readonly fetchedAt?: Date;
  readonly parserVersion?: string;
  readonly location?: string;
}

/** A page that was read as this question. */
export function aPageOf(question: ParsedQuestion, arrival: Arrival = {}): TakenPage {
  const fetchedAt = readAfter(question);
  return taken({ question }, question.sourceId, { bytes: JSON.stringify(question), fetchedAt, ...arrival });
}

/** A page is read on the first of March, or on the last day that it tells of. */
function readAfter({ tabledOn, answers }: ParsedQuestion): Date {
  const days = [tabledOn, ...answers.map(({ answeredOn }) => answeredOn)].filter(isCalendarDate);
  return new Date(Math.max(READ_AT.getTime(), ...days.map((day) => Date.parse(`${day}T08:00:00Z`))));
}

const READ_AT = new Date("2014-03-01T08:00:00Z");

/** A page that is no question, or not a whole one. */
export function aRefusedPage(
  sourceId: string | null,
  { code = "incomplete", ...arrival }: Arrival & { readonly code?: RefusalCode } = {},
): TakenPage {
  const refusal = { code, message: "La date de dépôt manque." };
  return taken({ refusal }, sourceId, { bytes: `${sourceId}`, ...arrival });
}

/** The same page, as it is asked for before anybody parses it. */
export function met({ snapshot, parserVersion, origin, validators }: TakenPage): MetPage {
  const { sourceId, sha256, fetchedAt } = snapshot;
  return { sourceId, sha256, fetchedAt, parserVersion, origin, validators };
}

function taken(
  reading: TakenPage["reading"],
  sourceId: string | null,
  arrival: Arrival & { bytes: string },
): TakenPage {
  const bytes = Buffer.from(arrival.bytes);
  return {
    snapshot: {
      sourceId,
      sha256: createHash("sha256").update(bytes).digest("hex"),
      location: arrival.location ?? `${sourceId ?? "page"}.html`,
      status: null,
      contentType: null,
      byteLength: bytes.length,
      content: gzipSync(bytes),
      fetchedAt: arrival.fetchedAt ?? READ_AT,
    },
    parserVersion: arrival.parserVersion ?? "1",
    origin: arrival.origin ?? "file",
    validators: null,
    reading,
  };
}
