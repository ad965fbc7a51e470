import { foldBlanks } from "./blanks.ts";
import type { OpenElement } from "./open-elements.ts";
import type { LineLink, PageLine } from "./page-lines.ts";

const NO_LINKS: readonly LineLink[] = [];

/** A link that has begun; its text goes on. */
interface OpenLink {
  readonly href: string;
  text: string;
  /** What stands for its images. */
  alternative: string;
  lineCount: number;
}

/** A link over more lines was never closed, and is none from there on. */
const LONGEST_LINK = 4;

/** Puts the text of a page together into lines. */
export class LineWriter {
  readonly lines: PageLine[] = [];
  /** The list mark the next line will carry. */
  mark = "";
  #text = "";
  #isBlank = true;
  #place: OpenElement | null = null;
  #lineMark = "";
  #links: LineLink[] = [];
  #link: OpenLink | null = null;

  add(data: string, place: OpenElement): void {
    if (place.isPreformatted) this.#addPreformatted(data, place);
    else this.#add(data, place);
  }

  /** A line break: after a line it ends it, after a line's end it leaves a blank one. */
  break(place: OpenElement): void {
    if (this.#isBlank) this.space(place);
    else this.endLine();
  }

  /** Sets off what follows by a blank line: one, however often it is asked for. */
  space({ element, level, isAside }: OpenElement): void {
    const last = this.lines.at(-1);
    if (last === undefined || last.text === "") return;
    this.lines.push({ text: "", mark: "", level, tag: "", element, isAside, links: NO_LINKS });
  }

  /** Whether the last line is the item of a list that is still open. */
  isInItem({ level }: OpenElement): boolean {
    const last = this.lines.at(-1);
    return last !== undefined && last.mark !== "" && last.level === level;
  }

  /** A cell begins: it goes on in the line of the cell before it. */
  joinCell(): void {
    if (!this.#isBlank) this.#text += " ";
  }

  endLine(): void {
    if (this.#isBlank) return;
    this.#keepLink();
    const text = foldBlanks(this.#text);
    const place = this.#place;
    if (text !== "" && place !== null) {
      this.lines.push({
        text,
        mark: this.#lineMark,
        level: place.level,
        tag: place.name,
        element: place.element,
        isAside: place.isAside,
        links: this.#links.length === 0 ? NO_LINKS : this.#links,
      });
    }
    if (this.#links.length > 0) this.#links = [];
    this.#text = "";
    this.#isBlank = true;
  }

  openLink(href: string): void {
    this.closeLink();
    this.#link = { href, text: "", alternative: "", lineCount: 0 };
  }

  closeLink(): void {
    this.#keepLink();
    this.#link = null;
  }

  addAlternative(text: string): void {
    if (this.#link !== null) this.#link.alternative ||= foldBlanks(text);
  }

  #add(data: string, place: OpenElement): void {
    if (this.#isBlank) {
      if (data.trim() === "") return;
      this.#isBlank = false;
      this.#place = place;
      this.#lineMark = this.mark;
      this.mark = "";
    }
    this.#text += data;
    if (this.#link !== null) this.#link.text += data;
  }

  #addPreformatted(data: string, place: OpenElement): void {
    for (const [i, line] of data.split("\n").entries()) {
      if (i > 0) this.break(place);
      this.#add(line, place);
    }
  }

  /** The link goes to the line its words stand in, and to the next line too where its words go on there. */
  #keepLink(): void {
    const link = this.#link;
    if (link === null) return;
    const label = foldBlanks(link.text) || link.alternative;
    if (link.href !== "" && label !== "") this.#links.push({ label, href: link.href });
    link.text = "";
    link.alternative = "";
    link.lineCount += 1;
    if (link.lineCount >= LONGEST_LINK) this.#link = null;
  }
}
