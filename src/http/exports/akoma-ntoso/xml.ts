import { printable } from "../../printable.ts";

/** A piece of XML that is written already; a plain string is text, whatever it holds. */
export interface Xml {
  readonly xml: string;
}

/** Readers make one line break or blank of these where they stand as they are. */
const ESCAPES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "\r": "&#13;",
  "\n": "&#10;",
  "\t": "&#9;",
};

const inText = (text: string) => printable(text).replace(/[&<>\r]/g, (sign) => ESCAPES[sign]!);

const inAttribute = (text: string) => printable(text).replace(/[&<>"\r\n\t]/g, (sign) => ESCAPES[sign]!);

/** An element; an attribute that is undefined is left out, a character that XML cannot write is dropped. */
export function element(
  name: string,
  attributes: Readonly<Record<string, string | undefined>> = {},
  ...children: readonly (Xml | string)[]
): Xml {
  const written = Object.entries(attributes)
    .map(([key, value]) => (value === undefined ? "" : ` ${key}="${inAttribute(value)}"`))
    .join("");
  const content = children.map((child) => (typeof child === "string" ? inText(child) : child.xml)).join("");
  return { xml: content === "" ? `<${name}${written}/>` : `<${name}${written}>${content}</${name}>` };
}

/** A whole document. */
export function xmlDocument(root: Xml): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${root.xml}\n`;
}
