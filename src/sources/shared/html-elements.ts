/**
 * How an element shapes the lines of a page. One without manners (`span`, `b`) stands inside a line, unseen.
 */
export interface ElementManners {
  readonly name: string;
  /** Its place in the tables below. */
  readonly id: number;
  /** Begins and ends a line. */
  readonly isBlock: boolean;
  readonly isList: boolean;
  /** Means nothing outside a table. */
  readonly isTablePart: boolean;
  /**
   * Begins and ends lines where its tags stand, but holds nothing: browsers let a form reach across other
   * elements.
   */
  readonly isLineOnly: boolean;
  /** Set off by blank lines. */
  readonly isSpaced: boolean;
  /** A block that goes on in the line of the cell before it. */
  readonly isCell: boolean;
  /** No reader takes its content for the page. */
  readonly isHidden: boolean;
  /** Furniture: read, but apart from the record. */
  readonly isAside: boolean;
  /** Its attributes matter to us. */
  readonly hasAttributes: boolean;
  /** May be left open: its end tag is optional. */
  readonly mayStayOpen: boolean;
  /** Which open elements end where this one begins; null where none does. */
  readonly begin: Reach | null;
  /** Which open elements its end tag ends. */
  readonly end: Reach;
}

/**
 * What to make of each open element, by its id, on the way from the innermost outwards: 0 to go on, REACHED
 * to close it with all inside it, BOUND to leave everything as it is. A table, because hostile pages make
 * this way long.
 */
export type Reach = Uint8Array;
export const REACHED = 1;
export const BOUND = 2;

const words = (text: string) => new Set(text.split(" "));

const HEADINGS = words("h1 h2 h3 h4 h5 h6");
const TABLE_PARTS = words("caption tbody td tfoot th thead tr");
const BLOCKS = words(
  "address article aside blockquote body button caption center dd details dialog div dl dt fieldset " +
    "figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol p " +
    "pre section summary table tbody td tfoot th thead tr ul",
);
const HIDDEN = words(
  "audio canvas datalist iframe noembed noframes noscript object script select style svg template title " +
    "video",
);
const LISTS = words("menu ol ul");
const SPACED = words("blockquote dl figure h1 h2 h3 h4 h5 h6 hr menu ol p pre table ul");
const ASIDE = words("button footer nav");
const WITH_ATTRIBUTES = words("a aside base div img li link ol section");
const OPTIONAL_END = words("caption dd dt li p tbody td tfoot th thead tr");
const INLINE = words("a base br img link");

/** What the standard calls scopes: an end tag does not reach out of them. */
const SCOPES = words("caption object select svg table td template th");
const LIST_SCOPES = new Set([...SCOPES, ...LISTS]);
const BEYOND_LISTS = new Set([...BLOCKS, ...HIDDEN].filter((name) => !/^(?:address|div|p)$/.test(name)));
const ROWS = words("table tr");
const TABLES = words("table");
const ALL = new Set([...BLOCKS, ...HIDDEN, ...INLINE]);
const NONE: ReadonlySet<string> = new Set();

const IDS = new Map([...ALL].map((name, i) => [name, i + 1]));
const MANNERS = new Map([...ALL].map((name) => [name, mannersOf(name)]));

/** The manners of an element, by its name in any case; undefined where it has none. */
export function findManners(name: string): ElementManners | undefined {
  return MANNERS.get(name) ?? MANNERS.get(name.toLowerCase());
}

function mannersOf(name: string): ElementManners {
  const begins = beginsOf(name);
  return {
    name,
    id: IDS.get(name) ?? 0,
    isBlock: BLOCKS.has(name),
    isList: LISTS.has(name),
    isTablePart: TABLE_PARTS.has(name),
    isLineOnly: name === "hr" || name === "form",
    isSpaced: SPACED.has(name),
    isCell: name === "td" || name === "th",
    isHidden: HIDDEN.has(name),
    isAside: ASIDE.has(name),
    hasAttributes: WITH_ATTRIBUTES.has(name),
    mayStayOpen: OPTIONAL_END.has(name),
    begin: begins === null ? null : reach(begins, beginBoundsOf(name)),
    end: reach(HEADINGS.has(name) ? HEADINGS : new Set([name]), endBoundsOf(name)),
  };
}

function reach(reached: ReadonlySet<string>, bounds: ReadonlySet<string>): Reach {
  const table = new Uint8Array(IDS.size + 1);
  for (const name of bounds) table[IDS.get(name) ?? 0] = BOUND;
  for (const name of reached) table[IDS.get(name) ?? 0] = REACHED;
  return table;
}

function beginsOf(name: string): ReadonlySet<string> | null {
  if (name === "li") return words("li");
  if (name === "dd" || name === "dt") return words("dd dt");
  if (name === "td" || name === "th") return words("td th");
  if (name === "tr") return words("tr");
  if (TABLE_PARTS.has(name)) return words("caption tbody tfoot thead");
  return HEADINGS.has(name) ? HEADINGS : null;
}

function beginBoundsOf(name: string): ReadonlySet<string> {
  if (name === "td" || name === "th") return ROWS;
  if (TABLE_PARTS.has(name)) return TABLES;
  return HEADINGS.has(name) ? ALL : BEYOND_LISTS;
}

function endBoundsOf(name: string): ReadonlySet<string> {
  if (name === "html" || name === "body" || name === "table") return NONE;
  if (TABLE_PARTS.has(name)) return TABLES;
  return name === "li" ? LIST_SCOPES : SCOPES;
}
