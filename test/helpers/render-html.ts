/** Text as HTML shows it. */
export function escapeHtml(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}

/** A body as the print page has it: nothing but line breaks. */
export function lineBreaks(body: string): string {
  return escapeHtml(body).replaceAll("\n", "<br />\n");
}

/** A body in paragraphs and lists. Only a paragraph that is a list from end to end becomes one. */
export function paragraphs(body: string): string {
  return body
    .split("\n\n")
    .filter((paragraph) => paragraph !== "")
    .map(paragraph)
    .join("\n");
}

function paragraph(text: string): string {
  const lines = text.split("\n");
  const items = (mark: (index: number) => string) =>
    lines.every((line, i) => line.startsWith(mark(i)))
      ? lines.map((line, i) => `<li>${escapeHtml(line.slice(mark(i).length))}</li>`).join("\n")
      : null;
  const bullets = items(() => "• ");
  const numbers = items((i) => `${i + 1}. `);
  if (bullets !== null) return `<ul>${bullets}</ul>`;
  if (numbers !== null) return `<ol>${numbers}</ol>`;
  return `<p>${lines.map(escapeHtml).join("<br>")}</p>`;
}

/** The frame of the site: dialogs, two bars of navigation, a breadcrumb, a footer with addresses. */
export function frameAround(title: string, content: string): string {
  const menu = (...names: string[]) =>
    `<ul>${names.map((name) => `<li><a href="#">${name}</a></li>`).join("")}</ul>`;
  return `<!DOCTYPE html>
<html lang="fr">
<head>
<meta charset="utf-8">
<title>Parlement de Wallonie - ${escapeHtml(title)}</title>
<style>.zone-breadcrumb { color: #555 } /* </p> */</style>
<script>var session = "<li>Session : 1999-2000</li>";</script>
</head>
<body>
<div class="modal fade" id="recherche"><div class="modal-dialog"><div class="modal-content">
<div class="modal-header"><button type="button">×</button><h4 class="modal-title">Rechercher</h4></div>
<div class="modal-body"><form><label>Session <select><option>2009-2010</option><option>2013-2014</option></select></label></form></div>
<div class="modal-footer"><button>Fermer</button></div></div></div></div>
<nav class="navbar">${menu("Accueil", "Le Parlement", "Les travaux", "Questions écrites", "Contact")}</nav>
<div class="navbar-2">${menu("Session", "Année", "Agenda", "Vidéos")}</div>
<div class="zone-breadcrumb"><div class="page-titre"><a href="/"><img src="home.png" alt=""></a> / <span id="titre_page"></span></div></div>
<div class="container"><div class="row page" id="page">
${content}
</div></div>
<footer><div class="row"><p>Parlement<br>Rue des Essarts 1, 5000 Brême</p>${menu("Plan du site", "Vie privée")}</div></footer>
</body>
</html>
`;
}
