import assert from "node:assert/strict";
import { suite, test } from "node:test";
import { htmlLines } from "../../../src/sources/shared/html-lines.ts";
import { mainMarkup } from "../../../src/sources/shared/main-markup.ts";

const wordsOf = (html: string) =>
  htmlLines(mainMarkup(html))
    .lines.map(({ text }) => text)
    .filter((text) => text !== "")
    .join(" ")
    .trim();

suite("a page without its furniture", () => {
  const cases: readonly [rule: string, html: string, words: string][] = [
    ["keeps what is none", "<header><h1>un</h1></header><div class=main>deux</div>", "un deux"],
    ["leaves navigation and footers out", "<nav>un</nav>deux<footer>trois</footer>quatre", "deux quatre"],
    [
      "leaves windows out, by class, id or role",
      "<div class='fade modal'>un</div><p id=popup-aide>deux</p><div role=dialog>trois</div>x",
      "x",
    ],
    ["does not take a part of a word for a class", "<div class='modalites bimodal'>un</div>", "un"],
    [
      "leaves out what is hidden",
      "<p hidden>un</p><p style='color:red; display : none'>deux</p>trois",
      "trois",
    ],
    [
      "finds the end behind others of the same name",
      "<div class=modal><div>un</div>deux</div>trois",
      "trois",
    ],
    ["finds furniture inside furniture", "<nav><div class=modal>un</nav>deux", "deux"],
    [
      "goes by tags, not by what scripts and comments say",
      "<script>'<nav>'</script>un<!-- <nav> -->deux",
      "undeux",
    ],
    ["reads attributes that hold signs of tags", '<div title="a > b" class="modal">un</div>deux', "deux"],
    ["leaves all out behind furniture that never ends", "un<div class=modal>deux</p>trois", "un"],
    ["takes no void element for the beginning of furniture", "<input class=navbar-search>un", "un"],
    ["keeps a page that is furniture as a whole", "<body class=modal-open>un</body>", "un"],
    ["does not care for case", "<NAV>un</NAV><DIV CLASS=Modal>deux</DIV>trois", "trois"],
  ];
  for (const [rule, html, words] of cases) test(rule, () => assert.equal(wordsOf(html), words));
});
