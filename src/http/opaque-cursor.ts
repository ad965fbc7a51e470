/** Where a list goes on, as a text that clients hand back as it is: a JSON list in base64url. */
export const writeCursor = (parts: readonly unknown[]): string =>
  Buffer.from(JSON.stringify(parts)).toString("base64url");

/** The parts of a cursor, whoever wrote it; none of a text that is no cursor. */
export function partsOfCursor(cursor: string): unknown[] {
  try {
    const parts: unknown = JSON.parse(Buffer.from(cursor, "base64url").toString());
    return Array.isArray(parts) ? parts : [];
  } catch {
    return [];
  }
}

/** Whether a part is a whole number from 0 on: a count, or the number of a row. */
export const isCount = (part: unknown): part is number => Number.isSafeInteger(part) && Number(part) >= 0;
