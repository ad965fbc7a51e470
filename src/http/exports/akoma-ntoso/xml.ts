/** A piece of XML that is written already; a plain string is text, whatever it holds. */
export interface Xml {
  readonly xml: string;
}

/** What XML 1.0 has no way to write: most control characters, halves of characters, U+FFFE and U+FFFF. */
const UNWRITABLE = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;

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

const inText = (text: string) => text.replace(UNWRITABLE, "").replace(/[&<>\r]/g, (sign) => ESCAPES[sign]!);

const inAttribute = (text: string) =>
  text.replace(UNWRITABLE, "").replace(/[&<>"\r\n\t]/g, (sign) => ESCAPES[sign]!);

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
