import { aQuestion, anAnswer } from "./questions.ts";
import { RENDERINGS } from "./render-question.ts";

const SIZE = 1_000_000;
const PLACE = "ICI";
/** As many copies of a piece as a megabyte holds. */
const flood = (piece: string) => piece.repeat(Math.ceil(SIZE / piece.length));

/** A page of an answered question with this in its body, as it is. */
function rendered(name: string, body: string): string {
  const question = aQuestion({ questionText: PLACE, answers: [anAnswer()] });
  const page = RENDERINGS.find((rendering) => rendering.name === name)?.render(question) ?? "";
  return page.split(PLACE).join(body);
}

/** The same words as the body of a print page, of boxes and of a text, and as whole pages. */
const everywhere = (name: string, piece: string): [string, string][] => {
  const half = piece.repeat(Math.ceil(SIZE / 2 / piece.length));
  return [
    [name, flood(piece)],
    [`${name}, on a print page`, rendered("print page", half)],
    [`${name}, in boxes`, rendered("boxes", half)],
    [`${name}, in a text`, rendered("text", half)],
    [`${name}, above the record`, `${flood(piece)}${rendered("boxes", "")}`],
  ];
};

const HEAD = "Session : 2013-2014\nAnnée : 2014\nN° : 1 (2013-2014) 1\n";

/** Pages of a megabyte or so made to cost a careless reader its time or its memory. */
export const HOSTILE_PAGES: readonly (readonly [name: string, page: string])[] = [
  ...[
    "ul",
    "li",
    "div",
    "span",
    "a",
    "p",
    "table",
    "td",
    "b",
    "h5",
    "dl",
    "dd",
    "svg",
    "select",
    "form",
    "pre",
  ].flatMap((tag): [string, string][] => [
    [`<${tag}> inside <${tag}> without end`, rendered("print page", flood(`<${tag}>`))],
    [`<${tag}> opened and closed without end`, rendered("print page", flood(`<${tag}></${tag}>`))],
    [`</${tag}> without end`, rendered("print page", "<div>".repeat(200) + flood(`</${tag}>`))],
  ]),
  ["<li> far below its list", rendered("print page", "<ul>" + "<div>".repeat(200) + flood("<li></li>"))],
  ["lists in lists", rendered("print page", flood("<ul><li>"))],
  ["links inside one line", rendered("print page", flood(`<a href="x">y</a> `))],
  [
    "links in a heading",
    rendered(
      "print page",
      `x</li></ul><ul><li><h5>Réponse du 01/02/2014 ${flood(`<a href="x.pdf">y</a>`)}</h5>`,
    ),
  ],
  ["attributes", rendered("print page", `<div ${flood(`a="b" `)}>`)],
  ["one attribute", rendered("print page", `<a href="${flood("x")}">y</a>`)],
  ["an attribute never closed", rendered("print page", `<a href="${flood("x ")}`)],
  ["a tag never closed", rendered("print page", `<${flood("x ")}`)],
  ["a comment never closed", rendered("print page", `<!-- ${flood("x -")}`)],
  ["a script never closed", rendered("print page", `<script>${flood("</scrip ")}`)],
  ["comments", rendered("print page", flood("<!-- saved from url=(12)http://x -->"))],
  ["comments before all", flood("<!-- saved from url=(1 -->")],
  ...everywhere("<br> without end", "<br>"),
  ...everywhere("one line", "mot "),
  ...everywhere("one word", "m"),
  ...everywhere("spaces", " "),
  ...everywhere("no-break spaces", "\u00a0"),
  ...everywhere("blank lines", "\n"),
  ...everywhere("blank lines with carriage returns", "\r\n \t"),
  ...everywhere("tabs", "\t"),
  ...everywhere("ampersands", "&"),
  ...everywhere("entities", "&eacute;"),
  ...everywhere("entities without end", "&eacut"),
  ...everywhere("less-than signs", "<"),
  ...everywhere("less-than signs with letters", "<a"),
  ...everywhere("greater-than signs", ">"),
  ...everywhere("slashes", "/\n"),
  ...everywhere("combining accents", "e\u0301"),
  ...everywhere("accents on one letter", "\u0301"),
  ...everywhere("soft hyphens", "\u00ad"),
  ...everywhere("questions", "Question écrite du 12/03/2014\n"),
  ...everywhere(
    "questions with signers",
    "Question écrite du 12/03/2014\nde NOIRFALISE Odon\nà NOIRFALISE Odon\n",
  ),
  ...everywhere("bulleted questions", "  • Question écrite du 12/03/2014\n    • de NOIRFALISE Odon\n"),
  ...everywhere("bulleted answers", "  • Réponse du 12/03/2014\n    • de NOIRFALISE Odon\n"),
  ...everywhere(
    "HTML answers",
    "<ul><li><h5>Réponse du 12/03/2014</h5><ul><li>de NOIRFALISE Odon</li></ul>x</li></ul>",
  ),
  ...everywhere("HTML headings", "<h5>Réponse complémentaire du 12/03/2014</h5>"),
  ...everywhere("boxed answers", "<div><div>Réponse du 12/03/2014</div><div>de NOIRFALISE Odon</div></div>"),
  ...everywhere("signers", "de NOIRFALISE Odon\n"),
  ...everywhere("bulleted signers", "  • de NOIRFALISE Odon\n"),
  ...everywhere("bulleted signers below", "    • de NOIRFALISE Odon\n"),
  ...everywhere("signers in HTML", "<li>de NOIRFALISE Odon</li>"),
  ...everywhere("signers beside each other", "de NOIRFALISE Odon à "),
  ...everywhere("dates", "12/03/2014 "),
  ...everywhere("dates on lines", "12/03/2014\n"),
  ...everywhere("digits", "12/"),
  ...everywhere("numbers", "1"),
  ...everywhere("sessions", "Session : "),
  ...everywhere("sessions on lines", "Session :\n"),
  ...everywhere("whole headers on lines", HEAD),
  ...everywhere("numbers of questions", "N° : 12 ( "),
  ...everywhere("counts", "2 élément"),
  ...everywhere("annexes", "Réponse du 12/03/2014 | Annexe |"),
  ...everywhere("bullets", "• "),
  ...everywhere("bullets on lines", "  •\n"),
  ...everywhere("furniture never closed", "<div><nav>x</div>"),
  ...everywhere("preformatted lines", "<pre>\n\n\n</pre>"),
  ...everywhere("HTML titles", "<title>x</title>"),
  ...everywhere("headings of other kinds", "Question orale du 12/03/2014\nde NOIRFALISE Odon\n"),
  ["a header and then blanks without end", HEAD + flood("\n")],
  ["a text that looks like HTML late", `x${flood("\n")}<li>`],
  ["a title without end", rendered("text", "x").replace("/\n", `/\n\n${flood("titre\n")}`)],
  ["a heading never closed", `<h4>${flood("titre<br>")}${rendered("print page", "x")}`],
];
