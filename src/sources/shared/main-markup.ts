import { Tokenizer, type TokenizerCallbacks } from "htmlparser2";

const FURNITURE = new Set(["aside", "dialog", "footer", "nav"]);
/** Classes and ids under which windows, menus and bars are known far and wide. */
const FURNITURE_NAME =
  /(?:^|\s)(?:(?:modal|navbar|offcanvas|popin|popup)(?:-[\w-]*)?|breadcrumb|dropdown-menu|sidebar)(?:\s|$)/i;
const FURNITURE_ROLE = /^(?:dialog|alertdialog|navigation|search|contentinfo)$/i;
/** They hold nothing, so that no end tag follows. */
const VOID = new Set("area base br col embed hr img input link meta param source track wbr".split(" "));

/**
 * A page of HTML without its furniture: windows that open on demand, navigation, footers, what is hidden.
 * Of furniture that never ends, all that follows is left out. Linear in the length of the page.
 */
export function mainMarkup(html: string): string {
  const cutter = new FurnitureCutter(html);
  const tokenizer = new Tokenizer({ decodeEntities: false }, cutter);
  tokenizer.write(html);
  tokenizer.end();
  return cutter.finish();
}

/** Copies what lies between the pieces of furniture; one a page. */
class FurnitureCutter implements TokenizerCallbacks {
  readonly #html: string;
  readonly #kept: string[] = [];
  /** Where the part that is kept next begins; null inside furniture. */
  #from: number | null = 0;
  /** Name of the element that is cut out, and how many of that name are open inside each other. */
  #cut = { name: "", depth: 0 };
  #tag = { name: "", start: 0, isFurniture: false };
  #attribute = "";

  constructor(html: string) {
    this.#html = html;
  }

  onopentagname(start: number, end: number): void {
    const name = this.#html.slice(start, end).toLowerCase();
    this.#tag = { name, start: start - 1, isFurniture: FURNITURE.has(name) };
  }

  onattribname(start: number, end: number): void {
    this.#attribute = this.#html.slice(start, end).toLowerCase();
    if (this.#attribute === "hidden") this.#tag.isFurniture = true;
  }

  onattribdata(start: number, end: number): void {
    const value = this.#html.slice(start, end);
    const isFurniture =
      ((this.#attribute === "class" || this.#attribute === "id") && FURNITURE_NAME.test(value)) ||
      (this.#attribute === "role" && FURNITURE_ROLE.test(value.trim())) ||
      (this.#attribute === "style" && /\bdisplay\s{0,9}:\s{0,9}none\b/i.test(value));
    if (isFurniture) this.#tag.isFurniture = true;
  }

  onopentagend(): void {
    const { name, start, isFurniture } = this.#tag;
    if (this.#from === null) {
      if (name === this.#cut.name) this.#cut.depth += 1;
    } else if (isFurniture && !VOID.has(name) && name !== "body" && name !== "html") {
      this.#kept.push(this.#html.slice(this.#from, start));
      this.#from = null;
      this.#cut = { name, depth: 1 };
    }
  }

  onselfclosingtag(): void {
    this.onopentagend();
  }

  onclosetag(start: number, end: number): void {
    if (this.#from !== null || this.#html.slice(start, end).toLowerCase() !== this.#cut.name) return;
    this.#cut.depth -= 1;
    const close = this.#html.indexOf(">", end);
    if (this.#cut.depth === 0) this.#from = close === -1 ? this.#html.length : close + 1;
  }

  finish(): string {
    if (this.#from !== null) this.#kept.push(this.#html.slice(this.#from));
    return this.#kept.join("\n");
  }

  isInForeignContext(): boolean {
    return false;
  }

  onattribend(): void {}
  onattribentity(): void {}
  oncdata(): void {}
  oncomment(): void {}
  ondeclaration(): void {}
  onend(): void {}
  onprocessinginstruction(): void {}
  ontext(): void {}
  ontextentity(): void {}
}
