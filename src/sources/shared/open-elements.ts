import { ParseError } from "../../errors.ts";
import { BOUND, type ElementManners, REACHED, type Reach } from "./html-elements.ts";
import type { PageOutline } from "./page-lines.ts";

/** Deeper than any page of a site; what is deeper was made to hurt. */
const MAX_DEPTH = 256;

/** An element that has begun and not ended. */
export interface OpenElement {
  readonly name: string;
  /** Its place in the outline. */
  readonly element: number;
  /** Null for the page itself. */
  readonly manners: ElementManners | null;
  /** Open list items, itself included. */
  readonly level: number;
  readonly isHidden: boolean;
  readonly isAside: boolean;
  readonly isPreformatted: boolean;
  /** A list inside an item of a list: no blank lines set it off. */
  readonly isTight: boolean;
  /** The list it is, or lies in; its items are counted there. */
  readonly list: ListCount | null;
}

/** How the items of a list are marked: by a bullet, or by numbers. */
interface ListCount {
  readonly isOrdered: boolean;
  next: number;
}

/** What of an element its name does not tell. */
export interface ElementTraits {
  readonly isAside: boolean;
  readonly isTight: boolean;
  /** The number of its first item, for an ordered list. */
  readonly firstNumber: number;
}

const PAGE: OpenElement = {
  name: "",
  element: 0,
  manners: null,
  level: 0,
  isHidden: false,
  isAside: false,
  isPreformatted: false,
  isTight: false,
  list: null,
};

/** The elements open at a point of a page, the innermost on top, and the outline of all that ever were. */
export class OpenElements {
  top = PAGE;
  /** How many tables are open. */
  tableCount = 0;
  /** Those below the top, the page first. */
  readonly #stack: OpenElement[] = [];
  /** The ids of the open elements, by depth. */
  readonly #ids = [0];
  readonly #outline = { parents: [0], lasts: [0], misnested: [] as number[], asides: new Set<number>() };

  get depth(): number {
    return this.#stack.length;
  }

  /**
   * Opens an element inside the topmost.
   * @throws {ParseError} `unreadable`: more elements inside each other than any page has
   */
  push(manners: ElementManners, { isAside, isTight, firstNumber }: ElementTraits): void {
    if (this.depth >= MAX_DEPTH) {
      throw new ParseError("unreadable", `plus de ${MAX_DEPTH} éléments HTML imbriqués, page non lue`);
    }
    const { top } = this;
    const { name, isList } = manners;
    const { parents, lasts } = this.#outline;
    if (name === "table") this.tableCount += 1;
    this.#stack.push(top);
    this.#ids[this.depth] = manners.id;
    this.top = {
      name,
      element: parents.length,
      manners,
      level: name === "li" ? top.level + 1 : top.level,
      isHidden: top.isHidden || manners.isHidden,
      isAside: top.isAside || isAside,
      isPreformatted: top.isPreformatted || name === "pre",
      isTight,
      list: isList ? { isOrdered: name === "ol", next: firstNumber } : top.list,
    };
    if (isAside) this.#outline.asides.add(parents.length);
    lasts.push(parents.length);
    parents.push(top.element);
  }

  /** Closes the topmost element, by its own end or by that of another: all opened since lies inside it. */
  pop(isMisnested = false): OpenElement {
    const closed = this.top;
    this.#outline.lasts[closed.element] = this.#outline.parents.length - 1;
    if (isMisnested && closed.manners?.mayStayOpen === false) this.#outline.misnested.push(closed.element);
    if (closed.name === "table") this.tableCount -= 1;
    this.top = this.#stack.pop() ?? PAGE;
    return closed;
  }

  /**
   * How many elements are to be closed for the nearest that `reach` reaches to be so; 0 where there is none.
   */
  countTo(reach: Reach): number {
    for (let depth = this.depth; depth > 0; depth -= 1) {
      const found = reach[this.#ids[depth] ?? 0];
      if (found === REACHED) return this.depth - depth + 1;
      if (found === BOUND) return 0;
    }
    return 0;
  }

  /** Closes what the end of the page leaves open, and gives the outline of all. */
  finish(): PageOutline {
    const open = [...this.#stack.slice(1), this.top].filter(({ manners }) => manners !== null);
    const isCut = open.some(({ manners }) => manners?.mayStayOpen === false);
    while (this.depth > 0) this.pop();
    this.pop();
    return { ...this.#outline, unclosed: isCut ? open.map(({ name, element }) => ({ name, element })) : [] };
  }
}

/** The mark of the next item of a list: a bullet outside any. */
export function nextMark(list: ListCount | null): string {
  if (list === null || !list.isOrdered) return "•";
  list.next += 1;
  return `${list.next - 1}.`;
}
