import assert from "node:assert/strict";
import { suite, test } from "node:test";
import { addressesOf, findIddoc, isOnSite, questionUrl } from "../../../src/sources/wallonia/urls.ts";

suite("the id of a page", () => {
  const cases: readonly [location: string, iddoc: string | null][] = [
    ["https://www.parlement-wallonie.be/pwpages?p=interp-questions-voir&type=28&iddoc=9910006", "9910006"],
    ["https://www.parlement-wallonie.be/pwpages?iddoc=9910006&type=32&p=interp-questions-voir", "9910006"],
    [
      "http://www.parlement-wallon.be/content/print.php?print=interp-questions-voir.php&type=all&id_doc=12",
      "12",
    ],
    ["9910006.html", "9910006"],
    ["pages/9910006.txt", "9910006"],
    ["pages\\PW_9910006.html", "9910006"],
    ["9910006", "9910006"],
    ["https://www.parlement-wallonie.be/pwpages?iddoc=0", null],
    ["https://www.parlement-wallonie.be/pwpages?iddoc=12345678901", null],
    ["question-9910006.html", null],
    ["page.html", null],
    ["-", null],
    ["", null],
  ];
  for (const [location, iddoc] of cases) {
    test(`${location || "nothing"} tells ${iddoc ?? "none"}`, () => assert.equal(findIddoc(location), iddoc));
  }

  test("leads back to the page", () => {
    assert.equal(findIddoc(questionUrl("9910006")), "9910006");
    assert.ok(isOnSite(questionUrl("9910006")));
  });
});

suite("the site", () => {
  test("has had two names, and no others", () => {
    assert.ok(isOnSite("https://www.parlement-wallonie.be/x"));
    assert.ok(isOnSite("http://nautilus.parlement-wallon.be/Archives_ARQE/1.pdf"));
    assert.ok(!isOnSite("https://parlement-wallonie.be.example.org/"));
    assert.ok(!isOnSite("https://notparlement-wallonie.be/"));
    assert.ok(!isOnSite("parlement-wallonie.be"));
  });

  test("shows a question under two addresses, where a page does not say which is its own", () => {
    assert.deepEqual(addressesOf("9910006.html", null).length, 2);
    assert.deepEqual(addressesOf("https://example.org/a/b", null), ["https://example.org/a/b"]);
    assert.deepEqual(addressesOf("https://example.org/a/b", "../c/"), ["https://example.org/c/"]);
  });
});
