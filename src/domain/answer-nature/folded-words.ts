/** A stretch of a text in the form in which rules read it, and the way back to the letters as printed. */
export interface FoldedText {
  /** Lower case, no accents, straight apostrophes, `oe` for `œ`, every run of white space one blank. */
  readonly folded: string;
  /** For each unit of `folded`, and for its end, the place in the text it stands for. */
  readonly origins: readonly number[];
}

const PLAIN: Readonly<Record<string, string>> = {
  œ: "oe",
  æ: "ae",
  "’": "'",
  "‘": "'",
  ʼ: "'",
  "´": "'",
  "`": "'",
  "‑": "-",
  "\u00ad": "",
};

const BLANK = /\s/u;
const LETTER = /\p{L}/u;

/** The letters of French and its marks, folded once. */
const known = Array.from({ length: 0x2100 }, (_, code) => foldCharacter(String.fromCharCode(code)));

/** The words of `text` from `start` up to `end`. */
export function foldWords(text: string, start: number, end: number): FoldedText {
  let folded = "";
  // What `folded` ends with: to ask the string itself would copy it each time.
  let last = "";
  const origins: number[] = [];
  for (let at = start; at < end;) {
    const code = text.codePointAt(at) ?? 0;
    let plain = plainOf(code);
    // Some pages lost their curly apostrophes to question marks: « l?honorable membre ».
    if (plain === "?" && LETTER.test(text[at - 1] ?? "") && LETTER.test(text[at + 1] ?? "")) plain = "'";
    if (plain !== " " || (last !== "" && last !== " ")) {
      folded += plain;
      if (plain !== "") last = plain;
      for (let unit = 0; unit < plain.length; unit += 1) origins.push(at);
    }
    at += code > 0xffff ? 2 : 1;
  }
  origins.push(end);
  return { folded, origins };
}

function plainOf(code: number): string {
  return known[code] ?? foldCharacter(String.fromCodePoint(code));
}

function foldCharacter(character: string): string {
  if (BLANK.test(character)) return " ";
  const plain = character.toLowerCase().normalize("NFKD").replace(/\p{M}/gu, "");
  return PLAIN[plain] ?? plain;
}
