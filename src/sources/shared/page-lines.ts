/** A link inside a line. */
export interface LineLink {
  readonly label: string;
  /** As written on the page: may be relative. */
  readonly href: string;
}

/**
 * One line of a page as a reader sees it, whichever rendering it comes from. This is the common ground of
 * HTML and text: a grammar over lines reads both.
 */
export interface PageLine {
  /** Blanks folded, list mark taken off; empty for a blank line. */
  readonly text: string;
  /** The list mark before it (`•`, `1.`), empty without. */
  readonly mark: string;
  /** How deep it stands: open list items in HTML, columns of indent in text. */
  readonly level: number;
  /** The HTML element it stands in directly (`h5`, `li`, `p`); empty in text. */
  readonly tag: string;
  /** Which element of `PageOutline` it stands in; 0 in text. */
  readonly element: number;
  /** Whether it stands in the furniture of the page: navigation, a footer, a button. */
  readonly isAside: boolean;
  readonly links: readonly LineLink[];
}

/** Which elements of a page lie inside which; element 0 is the page itself. Text has no other. */
export interface PageOutline {
  /** Parent of each element. */
  readonly parents: readonly number[];
  /** The last element opened inside each element. */
  readonly lasts: readonly number[];
  /** Elements still open where a page breaks off, the outermost first; empty where it comes to its end. */
  readonly unclosed: readonly { readonly name: string; readonly element: number }[];
  /** Elements closed by the end of another around them: what follows may have been meant to lie inside. */
  readonly misnested: readonly number[];
  /** Elements that begin a piece of furniture. */
  readonly asides: ReadonlySet<number>;
}

/** A page cut into lines. */
export interface PageText {
  readonly rendering: "html" | "text";
  readonly lines: readonly PageLine[];
  readonly outline: PageOutline;
  /**
   * The address the page says it has (canonical link, or the mark a browser leaves in a saved page); else
   * null.
   */
  readonly ownUrl: string | null;
  /** The address its links start from, where it names one; may be relative itself. */
  readonly baseUrl: string | null;
  /** The `<title>` of the document; empty in text. */
  readonly documentTitle: string;
}

/** Whether an element is `container` or lies inside it. */
export function isWithin(outline: PageOutline, element: number, container: number): boolean {
  return element >= container && element <= (outline.lasts[container] ?? container);
}

/** The smallest element that holds all of these. */
export function commonContainer(outline: PageOutline, elements: readonly number[]): number {
  const [first, ...others] = elements;
  return others.reduce((container, element) => {
    let shared = container;
    while (!isWithin(outline, element, shared)) shared = outline.parents[shared] ?? 0;
    return shared;
  }, first ?? 0);
}

/** A line as its body is printed: with its list mark. */
export function printed(line: PageLine): string {
  return line.mark === "" ? line.text : `${line.mark} ${line.text}`;
}
