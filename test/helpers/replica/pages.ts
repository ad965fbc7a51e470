import { aQuestion } from "../questions.ts";
import { escapeHtml, frameAround } from "../render-html.ts";
import { type Rendering, RENDERINGS } from "../render-question.ts";
import type { AddressForm } from "./addresses.ts";
import type { Shown } from "./shown-record.ts";

const PRINT = rendering("print page");
const FRAME = rendering("page in the frame");
const [PRINT_TOP, PRINT_BOTTOM] = printShell();
const NO_VALUES = `<h4 class="text-pw-blue"> </h4>
<ul><li>Session : </li><li>Année : </li><li>N° : </li></ul>`;

/** How each form of address renders a question, and what of it its page tells. */
export const renderingOf: Readonly<Record<AddressForm, Rendering>> = {
  print: PRINT,
  oldPrint: PRINT,
  page: FRAME,
};

export function recordPage(form: AddressForm, { kind, record }: Shown): string {
  return renderingOf[form].render(record).replace("Question écrite du", `${kind} du`);
}

/** What the page of a record looks like where there is none: the names of its fields, or not even those. */
export function emptyPage(form: AddressForm, shows: "fieldNames" | "nothing"): string {
  const content = shows === "fieldNames" ? NO_VALUES : "";
  return form === "page"
    ? frameAround("Interpellations et questions", content)
    : `${PRINT_TOP}${content}${PRINT_BOTTOM}`;
}

export function frontPage(): string {
  const news = ["Portes ouvertes au moulin du Vieux-Sart", "Une exposition sur les bateliers de l'Orne"];
  const list = news.map((title) => `<li><a href="/actu">${escapeHtml(title)}</a></li>`).join("");
  return frameAround("Accueil", `<h2>À la une</h2><ul>${list}</ul><h2>Agenda</h2><p>Pas de séance.</p>`);
}

export function missingPage(): string {
  return frameAround("Page introuvable", "<h1>Page introuvable</h1><p>Aucun document à cette adresse.</p>");
}

function rendering(name: string): Rendering {
  const found = RENDERINGS.find((one) => one.name === name);
  if (found === undefined) throw new Error(`no rendering is called ${name}`);
  return found;
}

/** What stands around the record on a print page. */
function printShell(): readonly [top: string, bottom: string] {
  const page = PRINT.render(aQuestion());
  const start = page.indexOf("<h4");
  const end = page.lastIndexOf("</div>");
  if (start === -1 || end < start) throw new Error("no record stands in the print page");
  return [page.slice(0, start), page.slice(end)];
}
