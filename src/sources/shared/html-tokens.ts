import { decodeHTML, decodeHTMLAttribute } from "entities";
import { Tokenizer, type TokenizerCallbacks } from "htmlparser2";
import { type ElementManners, findManners } from "./html-elements.ts";

export type Attributes = ReadonlyMap<string, string>;

/** What a page of HTML is told to. Elements without manners are left out. */
export interface HtmlListener {
  open(manners: ElementManners, attributes: Attributes): void;
  /** `<x/>`: the element ends where it begins, if it is of a language that knows such tags. */
  selfClose(manners: ElementManners): void;
  close(manners: ElementManners): void;
  text(text: string): void;
  comment(text: string): void;
  /** Whether the open elements are SVG, which has other rules. */
  isInForeignContext(): boolean;
}

/**
 * Reads HTML as the tokenizer of htmlparser2 cuts it. Its `Parser` is left out: it keeps the open elements in
 * an array it shifts at every tag, so that deep pages cost the square of their depth.
 */
export function readHtml(html: string, listener: HtmlListener): void {
  // Entities are decoded below, in the few texts that have any: without them the tokenizer leaps from tag to
  // tag.
  const tokenizer = new Tokenizer({ decodeEntities: false }, new TokenReader(html, listener));
  tokenizer.write(html);
  tokenizer.end();
}

class TokenReader implements TokenizerCallbacks {
  readonly #html: string;
  readonly #listener: HtmlListener;
  readonly #attributes = new Map<string, string>();
  #manners: ElementManners | undefined;
  #attribute = "";

  constructor(html: string, listener: HtmlListener) {
    this.#html = html;
    this.#listener = listener;
  }

  onopentagname(start: number, end: number): void {
    this.#manners = findManners(this.#html.slice(start, end));
    if (this.#attributes.size > 0) this.#attributes.clear();
  }

  onattribname(start: number, end: number): void {
    if (this.#manners?.hasAttributes === true) this.#attribute = this.#html.slice(start, end).toLowerCase();
  }

  onattribdata(start: number, end: number): void {
    if (this.#manners?.hasAttributes !== true || this.#attributes.has(this.#attribute)) return;
    this.#attributes.set(this.#attribute, decodeHTMLAttribute(this.#html.slice(start, end)));
  }

  onopentagend(): void {
    if (this.#manners !== undefined) this.#listener.open(this.#manners, this.#attributes);
  }

  onselfclosingtag(): void {
    this.onopentagend();
    if (this.#manners !== undefined) this.#listener.selfClose(this.#manners);
  }

  onclosetag(start: number, end: number): void {
    const manners = findManners(this.#html.slice(start, end));
    if (manners !== undefined) this.#listener.close(manners);
  }

  ontext(start: number, end: number): void {
    const raw = this.#html.slice(start, end);
    this.#listener.text(raw.includes("&") ? decodeHTML(raw) : raw);
  }

  oncomment(start: number, end: number, offset: number): void {
    this.#listener.comment(this.#html.slice(start, end - offset));
  }

  isInForeignContext(): boolean {
    return this.#listener.isInForeignContext();
  }

  oncdata(): void {}
  onattribend(): void {}
  onattribentity(): void {}
  ondeclaration(): void {}
  onend(): void {}
  onprocessinginstruction(): void {}
  ontextentity(): void {}
}
