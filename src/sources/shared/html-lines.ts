import { foldBlanks } from "./blanks.ts";
import type { ElementManners } from "./html-elements.ts";
import { type Attributes, type HtmlListener, readHtml } from "./html-tokens.ts";
import { LineWriter } from "./line-writer.ts";
import { nextMark, OpenElements } from "./open-elements.ts";
import type { PageLine, PageOutline, PageText } from "./page-lines.ts";

const SAVED_FROM = /^\s*saved from url=(?:\(\d+\))?(\S+)/;
const FOOTER = /\bfooter\b/i;

/**
 * Cuts a page of HTML, well-formed or not, into the lines a reader sees. Linear in the length of the page.
 * @throws {ParseError} `unreadable`: elements inside each other without end
 */
export function htmlLines(html: string): PageText {
  const builder = new PageBuilder();
  // Folded to spaces sooner or later; all at once is fastest, for French is full of them.
  readHtml(html.replaceAll("\u00a0", " "), builder);
  return builder.finish();
}

/** Keeps the little of a tree that lines need, as a browser would build it; one a page. */
class PageBuilder implements HtmlListener {
  readonly #elements = new OpenElements();
  readonly #writer = new LineWriter();
  #foreign = 0;
  #documentTitle = "";
  #ownUrl: string | null = null;
  #baseUrl: string | null = null;

  open(manners: ElementManners, attributes: Attributes): void {
    if (manners.isTablePart && this.#elements.tableCount === 0) return;
    if (manners.isHidden || this.#elements.top.isHidden) this.#openUnseen(manners, attributes);
    else if (manners.isBlock) this.#openBlock(manners, attributes);
    else this.#openInline(manners.name, attributes);
  }

  selfClose(manners: ElementManners): void {
    if (this.#foreign > 0 && this.#elements.top.manners === manners) this.#closeTop();
  }

  close(manners: ElementManners): void {
    const { name } = manners;
    const count = this.#elements.countTo(manners.end);
    for (let i = count; i > 0; i -= 1) this.#closeTop(i > 1);
    if (name === "a") this.#writer.closeLink();
    else if (name === "br" && !this.#elements.top.isHidden) this.#openInline(name, new Map());
    else if (name === "p" && count === 0) this.#breakParagraph();
    else if (manners.isLineOnly) this.#writer.endLine();
  }

  text(text: string): void {
    const { top } = this.#elements;
    if (!top.isHidden) this.#writer.add(text, top);
    else if (top.name === "title" && this.#foreign === 0) this.#documentTitle ||= foldBlanks(text);
  }

  comment(text: string): void {
    // A browser leaves its mark above the page; what stands in it is somebody's words.
    if (this.#elements.depth <= 1) this.#ownUrl ??= SAVED_FROM.exec(text)?.[1] ?? null;
  }

  isInForeignContext(): boolean {
    return this.#foreign > 0;
  }

  finish(): PageText {
    this.#writer.endLine();
    const outline = this.#elements.finish();
    return {
      rendering: "html",
      lines: withoutBrokenAsides(this.#writer.lines, outline),
      outline,
      ownUrl: this.#ownUrl,
      baseUrl: this.#baseUrl,
      documentTitle: this.#documentTitle,
    };
  }

  #openBlock(manners: ElementManners, attributes: Attributes): void {
    if (this.#elements.top.name === "p") this.#closeTop();
    const count = manners.begin === null ? 0 : this.#elements.countTo(manners.begin);
    for (let i = count; i > 0; i -= 1) this.#closeTop(true);
    if (manners.isCell) this.#writer.joinCell();
    else this.#writer.endLine();
    const isTight = manners.isList && this.#writer.isInItem(this.#elements.top);
    if (manners.isSpaced && !isTight) this.#space();
    if (!manners.isLineOnly) this.#push(manners, attributes, isTight);
  }

  #openUnseen(manners: ElementManners, attributes: Attributes): void {
    const isElement = (manners.isBlock || manners.isHidden) && !manners.isLineOnly;
    if (isElement) this.#push(manners, attributes);
  }

  #push(manners: ElementManners, attributes: Attributes, isTight = false): void {
    const isFooter = attributes.size > 0 && FOOTER.test(`${attributes.get("id")} ${attributes.get("class")}`);
    const isAside = manners.isAside || isFooter;
    this.#elements.push(manners, { isAside, isTight, firstNumber: firstNumber(attributes.get("start")) });
    const { top } = this.#elements;
    if (manners.name === "li" && !top.isHidden) this.#writer.mark = nextMark(top.list);
    if (manners.name === "svg") this.#foreign += 1;
  }

  /** An end without a beginning is an empty paragraph. */
  #breakParagraph(): void {
    this.#writer.endLine();
    this.#space();
  }

  #openInline(name: string, attributes: Attributes): void {
    const href = attributes.get("href")?.trim() ?? "";
    if (name === "br") this.#writer.break(this.#elements.top);
    else if (name === "a") this.#writer.openLink(href);
    else if (name === "img") this.#writer.addAlternative(attributes.get("alt") ?? "");
    else if (name === "base") this.#baseUrl ??= href;
    else if (name === "link" && attributes.get("rel") === "canonical") this.#ownUrl ??= href;
  }

  #closeTop(isMisnested = false): void {
    const { name, manners, isHidden, isTight } = this.#elements.pop(isMisnested);
    if (name === "svg") this.#foreign -= 1;
    if (isHidden || manners === null) return;
    if (name === "li") this.#writer.mark = "";
    if (!manners.isCell) this.#writer.endLine();
    if (manners.isSpaced && !isTight) this.#space();
  }

  #space(): void {
    if (!this.#elements.top.isHidden) this.#writer.space(this.#elements.top);
  }
}

/** Furniture that was never closed would swallow the record: what stands in it is read like anything else. */
function withoutBrokenAsides(lines: readonly PageLine[], outline: PageOutline): readonly PageLine[] {
  const broken = outline.misnested.filter((element) => outline.asides.has(element));
  if (broken.length === 0) return lines;
  const isBroken = new Uint8Array(outline.parents.length);
  for (const element of broken) isBroken[element] = 1;
  // Parents come before what they hold.
  for (const [element, parent] of outline.parents.entries()) isBroken[element] ||= isBroken[parent] ?? 0;
  return lines.map((line) => (isBroken[line.element] === 1 ? { ...line, isAside: false } : line));
}

/** The number an ordered list begins with. */
function firstNumber(start: string | undefined): number {
  return start !== undefined && /^-?\d{1,6}$/.test(start) ? Number(start) : 1;
}
