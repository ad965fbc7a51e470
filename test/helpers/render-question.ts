import type { CalendarDate } from "../../src/domain/calendar-date.ts";
import type { Attachment, ParsedQuestion } from "../../src/domain/parsed-question.ts";
import { escapeHtml, frameAround, lineBreaks, paragraphs } from "./render-html.ts";

/** A way of showing a question as a page, and what of the question that page still tells. */
export interface Rendering {
  readonly name: string;
  render(question: ParsedQuestion): string;
  shows(question: ParsedQuestion): ParsedQuestion;
}

/** One dated piece of a page. */
interface Item {
  readonly words: string;
  readonly date: string;
  readonly annexes: readonly Attachment[];
  readonly people: readonly string[];
  readonly body: string;
}

const shownOn = (date: CalendarDate) => date.split("-").reverse().join("/");

function itemsOf({ tabledOn, askedBy, addressedTo, questionText, answers }: ParsedQuestion): Item[] {
  const { name, office } = addressedTo;
  const addressee = `à ${name}${office === null ? "" : `, ${office}`}`;
  return [
    {
      words: "Question écrite du",
      date: shownOn(tabledOn),
      annexes: [],
      people: [`de ${askedBy}`, addressee],
      body: questionText,
    },
    ...answers.map((answer) => ({
      words: answer.kind === "holdingAnswer" ? "Réponse provisoire du" : "Réponse du",
      date: shownOn(answer.answeredOn),
      annexes: answer.attachments,
      people: [`de ${answer.answeredBy}`],
      body: answer.text,
    })),
  ];
}

const fieldsOf = ({ session, year, officialReference }: ParsedQuestion) =>
  [
    ["Session", session],
    ["Année", String(year)],
    ["N°", officialReference],
  ] as const;

const countOf = ({ announcedItems }: ParsedQuestion) =>
  announcedItems === null ? "" : `${announcedItems} élément(s) trouvé(s).`;

const list = (lines: readonly string[]) => `<ul>${lines.map((line) => `<li>${line}</li>`).join("")}</ul>`;
const escaped = (lines: readonly string[]) => lines.map(escapeHtml);
const fieldLines = (question: ParsedQuestion) =>
  fieldsOf(question).map(([name, value]) => `${name} : ${escapeHtml(value)}`);

function heading({ words, date, annexes }: Item, dateClass = ""): string {
  const links = annexes.map(({ label, url }) =>
    url === null ? escapeHtml(label) : `<a href="${escapeHtml(url)}">${escapeHtml(label)}</a>`,
  );
  const day = dateClass === "" ? date : `<span class="${dateClass}">${date}</span>`;
  return [`${words} ${day}`, ...links].join(" | ");
}

/** The print page of 2013 to 2016. */
function printPage(question: ParsedQuestion): string {
  const items = itemsOf(question).map((item) => {
    const head = `<h5>${heading(item, "text-pw-date")} </h5>${list(escaped(item.people))}`;
    return ` <ul><li class="list-group-item">${head}<br />${lineBreaks(item.body)}</li></ul>`;
  });
  return `<!DOCTYPE html>
<html lang="fr">
<head>
    <meta charset="utf-8">
    <title>PW Print</title>
    <link href="../css/styles.css" rel="stylesheet" type="text/css" />
</head>
<body class="body-print">
<div id="print_container">
    <h4 class="text-pw-blue">${escapeHtml(question.title)} </h4>
    <ul>
        ${fieldLines(question)
          .map((line) => `<li>${line}</li>`)
          .join("\n        ")}	</ul>
${items.join("")}
</div>
</body>
</html>
`;
}

/** Inside the frame of the site, with panels for items and other class names. */
function framePage(question: ParsedQuestion): string {
  const items = itemsOf(question).map(
    (item) => `<section class="panel"><div class="panel-heading"><h3>${heading(item)}</h3></div>
<ul class="list-unstyled people">
${escaped(item.people)
  .map((line) => `  <li>${line}</li>`)
  .join("\n")}
</ul>
<div class="panel-body">${paragraphs(item.body)}</div></section>`,
  );
  return frameAround(
    question.title,
    `<h1>${escapeHtml(question.title)}</h1>
<div class="well">${list(fieldLines(question))}</div>
<p class="count">${countOf(question)}</p>
${items.join("\n")}
<p><a href="?p=interp-questions">Retour à la liste</a></p>`,
  );
}

/** Made of boxes alone: nothing but its place tells what a line is. */
function boxesPage(question: ParsedQuestion): string {
  const box = (content: string) => `<div>${content}</div>`;
  const items = itemsOf(question).map((item) =>
    box(`${box(heading(item))}${box(escaped(item.people).map(box).join(""))}${box(lineBreaks(item.body))}`),
  );
  const fields = fieldLines(question).map(box).join("\n");
  return `<!doctype html><html><body>${box("Parlement")}<div>
${box(escapeHtml(question.title))}
${box(fields)}${box(countOf(question))}
${items.join("\n")}</div>${box("Rue des Essarts 1, 5000 Brême")}</body></html>`;
}

/**
 * Headings and paragraphs one after the other, as an editor or a reading mode leaves them; no end tags to
 * spare.
 */
function flatPage(question: ParsedQuestion): string {
  const items = itemsOf(question).flatMap((item) => [
    `<h3>${heading(item, "date")}</h3>`,
    ...escaped(item.people).map((line) => `<p>${line}`),
    paragraphs(item.body),
  ]);
  const fields = fieldLines(question).map((line) => `<p>${line}`);
  return `<!doctype html><title>Question</title><main><h2>${escapeHtml(question.title)}</h2>
${[...fields, `<p>${countOf(question)}`, ...items].join("\n")}</main>`;
}

/** A table of rows, as pages were built before 2005. */
function tablePage(question: ParsedQuestion): string {
  const row = (...cells: string[]) => `<TR>${cells.map((cell) => `<TD>${cell}</TD>`).join("")}</TR>`;
  const rows = itemsOf(question).flatMap((item) => [
    row(`<B>${heading(item)}</B>`),
    row(...escaped(item.people)),
    row(lineBreaks(item.body)),
  ]);
  const fields = fieldsOf(question).map(([name, value]) => row(`${name} :`, escapeHtml(value)));
  return `<HTML><BODY><TABLE>${row(`<FONT SIZE=4>${escapeHtml(question.title)}</FONT>`)}</TABLE>
<TABLE>${fields.join("")}</TABLE><CENTER>${countOf(question)}</CENTER>
<TABLE>${rows.join("\n")}</TABLE></BODY></HTML>`;
}

/** Terms and their descriptions. */
function termsPage(question: ParsedQuestion): string {
  const items = itemsOf(question).map((item) => {
    const people = escaped(item.people).map((line) => `<dd class="person">${line}`);
    return `<dt>${heading(item)}</dt>${people.join("")}<dd>${paragraphs(item.body)}</dd>`;
  });
  const fields = fieldsOf(question).map(([name, value]) => `<dt>${name}<dd>${escapeHtml(value)}`);
  return `<!doctype html><html lang="fr"><body><article>
<header><h2>${escapeHtml(question.title)}</h2></header>
<dl>${fields.join("")}</dl><p>${countOf(question)}</p><dl>${items.join("\n")}</dl></article></body></html>`;
}

/** What a text browser makes of the page. */
function textPage(question: ParsedQuestion): string {
  const items = itemsOf(question).map(({ words, date, annexes, people, body }) => {
    const head = [`${words} ${date}`, ...annexes.map(({ label }) => label)].join(" | ");
    const indented = body.split("\n").map((line) => (line === "" ? "" : `    ${line}`));
    return [`  • ${head}`, ...people.map((line) => `    • ${line}`), "", ...indented].join("\n");
  });
  const fields = fieldsOf(question).map(([name, value]) => `  • ${name} : ${value}`);
  const count = question.announcedItems === null ? [] : [countOf(question), ""];
  return ["/", "", question.title, "", ...fields, "", ...count, ...items, ""].join("\n");
}

const everything = (question: ParsedQuestion) => question;
const withoutCount = (question: ParsedQuestion) => ({ ...question, announcedItems: null });
const withoutAddresses = (question: ParsedQuestion) => ({
  ...question,
  answers: question.answers.map((answer) => ({
    ...answer,
    attachments: answer.attachments.map(({ label }) => ({ label, url: null })),
  })),
});

/** The renderings the site has, and layouts it might have: every one tells the same record. */
export const RENDERINGS: readonly Rendering[] = [
  { name: "print page", render: printPage, shows: withoutCount },
  { name: "page in the frame", render: framePage, shows: everything },
  { name: "boxes", render: boxesPage, shows: everything },
  { name: "flat headings and paragraphs", render: flatPage, shows: everything },
  { name: "tables", render: tablePage, shows: everything },
  { name: "terms and descriptions", render: termsPage, shows: everything },
  { name: "text", render: textPage, shows: withoutAddresses },
];
