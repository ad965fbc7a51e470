import assert from "node:assert/strict";

/** One cell (quoted, with its quotation marks doubled, or plain), and what ends it. */
const CELL = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/y;

/**
 * The rows of a text that keeps to RFC 4180 to the letter, header included.
 * @throws where it does not
 */
export function parseCsv(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  while (at < text.length) {
    CELL.lastIndex = at;
    const [whole, quoted, plain, end] = CELL.exec(text) ?? assert.fail(`no CSV: ${text.slice(at, at + 80)}`);
    row.push(quoted?.replaceAll('""', '"') ?? plain ?? "");
    at += whole.length;
    if (end === ",") continue;
    rows.push(row);
    row = [];
  }
  assert.deepEqual(row, [], "the last line has no end");
  return rows;
}

/** The same as records, by the names of the header. */
export function csvRecords(text: string): Record<string, string>[] {
  const [header = [], ...rows] = parseCsv(text);
  return rows.map((row) => {
    assert.equal(row.length, header.length);
    return Object.fromEntries(row.map((cell, i) => [header[i]!, cell]));
  });
}
