import type { SearchDocument, SearchPart } from "../../domain/search/search-document.ts";
import type { LexemeOf } from "../../domain/search/lexemes.ts";

/** How PostgreSQL marks where a word stands. */
const PART_MARKS: Readonly<Record<SearchPart, string>> = {
  title: "A",
  question: "B",
  answer: "C",
  names: "D",
};

/** PostgreSQL counts positions up to here, and keeps so many of a word. */
const LAST_POSITION = 16_383;
const POSITIONS_OF_WORD = 255;

/** No phrase reaches from one part into the next. */
const BETWEEN_PARTS = 50;

/** PostgreSQL takes vectors of up to a megabyte; of a longer text what comes last cannot be searched. */
const LARGEST = 800_000;
const BYTES_OF_POSITION = 2;
const BYTES_OF_LEXEME = 8;

/** The parts of a document as a `tsvector`, written out: each lexeme with where it stands, and in which part. */
export function wordVectorOf(parts: SearchDocument["parts"], lexemeOf: LexemeOf): string {
  const places = new Map<string, string[]>();
  let position = 0;
  let size = 0;
  for (const { part, words } of parts) {
    for (const word of words) {
      position += 1;
      const lexeme = lexemeOf(word);
      if (lexeme === null) continue;
      const known = places.get(lexeme);
      if (known === undefined) size += BYTES_OF_LEXEME + Buffer.byteLength(lexeme);
      size += BYTES_OF_POSITION;
      if (size > LARGEST) break;
      const place = `${Math.min(position, LAST_POSITION)}${PART_MARKS[part]}`;
      if (known === undefined) places.set(lexeme, [place]);
      else if (known.length < POSITIONS_OF_WORD && position <= LAST_POSITION) known.push(place);
    }
    position += BETWEEN_PARTS;
  }
  return [...places].map(([lexeme, at]) => `${quoted(lexeme)}:${at.join(",")}`).join(" ");
}

/** A lexeme as PostgreSQL reads it in vectors and in queries, whatever it holds. */
export const quoted = (lexeme: string) => `'${lexeme.replaceAll("\\", "\\\\").replaceAll("'", "''")}'`;
