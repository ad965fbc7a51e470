import assert from "node:assert/strict";
import { suite, test } from "node:test";
import { load } from "cheerio";
import fc from "fast-check";
import { htmlLines } from "../../../src/sources/shared/html-lines.ts";
import { printed } from "../../../src/sources/shared/page-lines.ts";

const linesOf = (html: string) => htmlLines(html).lines.map(printed).join("\n").trim();

suite("the lines of a page of HTML", () => {
  const cases: readonly [rule: string, html: string, lines: string][] = [
    ["inline elements stand in their line", "un <b>d<i>eux</i></b> <span>trois</span>", "un deux trois"],
    ["blocks begin and end lines", "un<div>deux</div>trois", "un\ndeux\ntrois"],
    ["paragraphs are set off by one blank line", "<p>un<p>deux</p><br><br><p>trois", "un\n\ndeux\n\ntrois"],
    [
      "a break ends the line, a second one leaves it blank",
      "un<br>deux<br/><br />trois",
      "un\ndeux\n\ntrois",
    ],
    ["an end of a paragraph that never began breaks it", "un</p>deux", "un\n\ndeux"],
    ["blanks are folded, no-break spaces too", " un \n\t deux&nbsp;&#160;\u202ftrois ", "un deux trois"],
    ["what nobody sees is left out", "u\u00adn\u200b d\u0007eux&shy;", "un deux"],
    ["accents put together are one letter", "e\u0301te\u0301", "été"],
    [
      "items carry their marks",
      "<ul><li>un<li>deux</ul><ol><li>un<li>deux</ol>",
      "• un\n• deux\n\n1. un\n2. deux",
    ],
    ["an ordered list begins where it says", "<ol start=7><li>un</ol>", "7. un"],
    [
      "a list inside an item is not set off",
      "<ul><li>un<ul><li>deux</ul></li><li>trois</ul>",
      "• un\n• deux\n• trois",
    ],
    ["cells of a row stand in one line", "<table><tr><td>un<td>deux<tr><th>trois", "un deux\ntrois"],
    ["cells outside a table are none", "<ul><li>un <td>deux</td></li><li>trois</ul>", "• un deux\n• trois"],
    ["preformatted lines stay apart", "<pre>un\n  deux\n\n\ntrois</pre>", "un\ndeux\n\ntrois"],
    [
      "scripts, styles and choices are not read",
      "un<script>a<b</script><style>b</style><select><option>c</select>",
      "un",
    ],
    ["drawings are not read, whatever they hold", "un<svg><title>a</title><style/><p/></svg>deux", "undeux"],
    ["comments are not read", "un<!-- <p>deux --><!deux><?deux?>trois", "untrois"],
    ["a sign that opens no tag is text", "a < b, 3 <5, c<", "a < b, 3 <5, c<"],
    ["entities are decoded once", "&lt;b&gt; &amp;eacute; &eacute &euro;", "<b> &eacute; é €"],
    ["upper case is lower case", "<P>un<BR>deux</P>", "un\ndeux"],
    ["an end tag closes what was left open inside", "<div><ul><li>un</div>deux", "• un\n\ndeux"],
  ];
  for (const [rule, html, lines] of cases) {
    test(rule, () => assert.equal(linesOf(html), lines));
  }

  test("tell where their links lead, by words or by picture", () => {
    const page = htmlLines(
      `<p>Voir <a href=" a.pdf?x=1&amp;y=2">l'<b>annexe</b></a> et <a href=b><img alt="le plan"></a>`,
    );
    assert.deepEqual(page.lines[0]?.links, [
      { label: "l'annexe", href: "a.pdf?x=1&y=2" },
      { label: "le plan", href: "b" },
    ]);
  });

  test("keep a link that goes on over a line on both", () => {
    const { lines } = htmlLines("<a href=x>un<br>deux</a>");
    assert.deepEqual(
      lines.map(({ links }) => links),
      [[{ label: "un", href: "x" }], [{ label: "deux", href: "x" }]],
    );
  });

  test("stand apart in navigation, footers and buttons, unless these were never closed", () => {
    const asides = (html: string) =>
      htmlLines(html)
        .lines.filter(({ isAside }) => isAside)
        .map(({ text }) => text);
    assert.deepEqual(asides("<nav>un</nav><div class='page-footer'>deux</div><button>trois</button>quatre"), [
      "un",
      "deux",
      "trois",
    ]);
    assert.deepEqual(asides("<div><nav>un</div><p>deux"), []);
  });
});

suite("what a page says of itself", () => {
  test("is its title, its address and where its links start", () => {
    const page = htmlLines(
      `<!-- saved from url=(0021)https://example.org/1 --><title>Un &amp; deux</title><base href="/b/"><p>x`,
    );
    assert.deepEqual(
      [page.documentTitle, page.ownUrl, page.baseUrl],
      ["Un & deux", "https://example.org/1", "/b/"],
    );
  });

  test("is not said in the words it holds", () => {
    const page = htmlLines(
      "<body><div><!-- saved from url=(1)https://example.org/2 --><svg><title>x</title></svg>",
    );
    assert.deepEqual([page.documentTitle, page.ownUrl], ["", null]);
  });
});

suite("the elements of a page", () => {
  const tags = "div p ul ol li h3 h4 dl dt dd section blockquote center nav span b br".split(" ");
  const tag = fc.constantFrom(...tags, ...tags.map((name) => `/${name}`));
  const blocks = new Set(tags.filter((name) => !["span", "b", "br"].includes(name)));

  test("lie inside each other as a browser would have them, whatever the tags", () => {
    fc.assert(
      fc.property(fc.array(tag, { maxLength: 16 }), (list) => {
        const html = `<body>${list.map((name, i) => `<${name}>m${i}. `).join("")}</body>`;
        assert.deepEqual(placesOf(html), placesInBrowser(html), html);
      }),
      { numRuns: 1000 },
    );
  });

  /** The innermost block around each word. */
  function placesOf(html: string): string[] {
    return htmlLines(html).lines.flatMap(({ text, tag }) =>
      (text.match(/m\d+\./g) ?? []).map((word) => `${word} in ${tag}`),
    );
  }

  function placesInBrowser(html: string): string[] {
    const $ = load(html);
    return $("body, body *")
      .contents()
      .toArray()
      .filter((node) => node.nodeType === 3)
      .flatMap((node) => {
        const block = $(node).closest([...blocks, "body"].join());
        return (
          $(node)
            .text()
            .match(/m\d+\./g) ?? []
        ).map((word) => `${word} in ${block.prop("tagName")?.toLowerCase()}`);
      })
      .sort((one, other) => Number.parseInt(one.slice(1), 10) - Number.parseInt(other.slice(1), 10));
  }
});
