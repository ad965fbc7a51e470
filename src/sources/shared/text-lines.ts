import { foldBlanks } from "./blanks.ts";
import type { PageLine, PageText } from "./page-lines.ts";

const TAB_COLUMNS = 4;
const LINE_END = /\r\n|[\n\r\f\u2028\u2029]/;
const BULLET = /^([•▪●◦‣])\s+(?=\S)/;

/** Cuts the text rendering of a page into lines; indent and bullets tell what hangs on what. */
export function textLines(text: string): PageText {
  const lines: PageLine[] = [];
  for (const raw of text.split(LINE_END)) {
    const line = readLine(raw);
    // One blank line says as much as several.
    if (line.text !== "" || lines.at(-1)?.text !== "") lines.push(line);
  }
  return {
    rendering: "text",
    lines,
    outline: { parents: [0], lasts: [0], unclosed: [], misnested: [], asides: new Set() },
    ownUrl: null,
    baseUrl: null,
    documentTitle: "",
  };
}

function readLine(raw: string): PageLine {
  const content = foldBlanks(raw);
  const mark = BULLET.exec(content)?.[1] ?? "";
  return {
    text: mark === "" ? content : content.slice(mark.length).trimStart(),
    mark,
    level: content === "" ? 0 : columnsBefore(raw),
    tag: "",
    element: 0,
    isAside: false,
    links: [],
  };
}

/** The columns a line is indented by. */
function columnsBefore(raw: string): number {
  const indent = /^\s*/.exec(raw)?.[0] ?? "";
  return indent.replaceAll("\t", " ".repeat(TAB_COLUMNS)).length;
}
