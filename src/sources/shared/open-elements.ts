import { ParseError } from "../../errors.ts";
import { BOUND, type ElementManners, REACHED, type Reach } from "./html-elements.ts";
import type { PageOutline } from "./page-lines.ts";

/** Deeper than any page of a site; what is deeper was made to hurt, and would cost the square of its depth. */
const MAX_DEPTH = 256;

/** An element that has begun and not ended. */
export interface OpenElement {
  readonly name: string;
  /** Its place in the outline. */
  readonly element: number;
  readonly manners: ElementManners | null;
  /** Open list items, itself included. */
  readonly level: number;
  readonly isHidden: boolean;
  readonly isAside: boolean;
  readonly isPreformatted: boolean;
  /** The list it is, or lies in; its items are counted there. */
  readonly list: ListCount | null;
}

/** How the items of a list are marked: by a bullet, or by numbers. */
interface ListCount {
  readonly isOrdered: boolean;
  next: number;
}

/** The elements open at a point of a page, the innermost on top, and the outline of all that ever were. */
export class OpenElements {
  readonly #stack: OpenElement[] = [];
  /** The ids of the open elements, by depth. */
  readonly #ids = [0];
  readonly #parents = [0];
  readonly #lasts = [0];
  readonly #depths = [0];
  top: OpenElement = {
    name: "",
    element: 0,
    manners: null,
    level: 0,
    isHidden: false,
    isAside: false,
    isPreformatted: false,
    list: null,
  };

  get depth(): number {
    return this.#stack.length;
  }

  /**
   * Opens an element inside the topmost.
   * @throws {ParseError} `unreadable`: more elements inside each other than any page has
   */
  push(manners: ElementManners, isAside: boolean, firstNumber: number): void {
    if (this.#stack.length >= MAX_DEPTH) {
      throw new ParseError("unreadable", `plus de ${MAX_DEPTH} éléments HTML imbriqués, page non lue`);
    }
    const { top } = this;
    const { name } = manners;
    this.#stack.push(top);
    this.#ids[this.depth] = manners.id;
    const isList = name === "ol" || name === "ul" || name === "menu";
    this.top = {
      name,
      element: this.#parents.length,
      manners,
      level: name === "li" ? top.level + 1 : top.level,
      isHidden: top.isHidden || manners.isHidden,
      isAside: top.isAside || isAside,
      isPreformatted: top.isPreformatted || name === "pre",
      list: isList ? { isOrdered: name === "ol", next: firstNumber } : top.list,
    };
    this.#parents.push(top.element);
    this.#lasts.push(this.top.element);
    this.#depths.push(this.#stack.length);
  }

  /** Closes the topmost element: all opened since lies inside it. */
  pop(): OpenElement {
    const closed = this.top;
    this.#lasts[closed.element] = this.#parents.length - 1;
    this.top = this.#stack.pop() ?? closed;
    return closed;
  }

  /** How many elements are to be closed for the nearest that `reach` reaches to be so; 0 where there is none. */
  countTo(reach: Reach): number {
    for (let depth = this.depth; depth > 0; depth -= 1) {
      const found = reach[this.#ids[depth] ?? 0];
      if (found === REACHED) return this.depth - depth + 1;
      if (found === BOUND) return 0;
    }
    return 0;
  }

  /** Elements that should have been closed and are not: the page ends too early. */
  listUnclosed(): number[] {
    const open = [...this.#stack.slice(1), this.top].filter(({ manners }) => manners !== null);
    const isCut = open.some(({ manners }) => manners?.mayStayOpen === false);
    return isCut ? open.map(({ element }) => element) : [];
  }

  /** The outline of the page, once all is closed. */
  outline(unclosed: readonly number[]): PageOutline {
    this.#lasts[0] = this.#parents.length - 1;
    return { parents: this.#parents, lasts: this.#lasts, depths: this.#depths, unclosed };
  }
}

/** The mark of the next item of a list: a bullet outside any. */
export function nextMark(list: ListCount | null): string {
  if (list === null || !list.isOrdered) return "•";
  list.next += 1;
  return `${list.next - 1}.`;
}
