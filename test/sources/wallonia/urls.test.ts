import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { suite, test } from "node:test";
import { wallonia } from "../../../src/sources/wallonia/index.ts";
import { addressesOf, findIddoc, isOnSite, questionUrl } from "../../../src/sources/wallonia/urls.ts";
import { projectRoot } from "../../helpers/source-files.ts";

const OBSERVED = join(projectRoot, "../shared/domain/observed-questions.tsv");

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

suite("the forms of address", () => {
  const { addressForms } = wallonia;
  const base = "https://example.org:8443/miroir";

  test("are those under which records were seen, the print page first", () => {
    assert.deepEqual(
      addressForms.map(({ name, urlOf }) => [name, urlOf(base, "9910006")]),
      [
        ["print-iddoc", `${base}/content/print.php?print=interp-questions-voir.php&type=all&iddoc=9910006`],
        ["print-id-doc", `${base}/content/print.php?print=interp-questions-voir.php&type=all&id_doc=9910006`],
        ["page-type-28", `${base}/pwpages?p=interp-questions-voir&type=28&iddoc=9910006`],
        ["page-type-32", `${base}/pwpages?p=interp-questions-voir&type=32&iddoc=9910006`],
      ],
    );
  });

  test("tell the id they were made of, in whatever order their parameters come", () => {
    for (const { urlOf } of addressForms) {
      const { origin, pathname, searchParams } = new URL(urlOf(base, "9910006"));
      for (const parameters of ordersOf([...searchParams].map(([name, value]) => `${name}=${value}`))) {
        const location = `${origin}${pathname}?${parameters.join("&")}`;
        assert.equal(findIddoc(location), "9910006", location);
      }
    }
  });

  test("are used for the public page too", () => {
    const [, , page] = addressForms;
    assert.equal(wallonia.urlOf("9910006"), page?.urlOf("https://www.parlement-wallonie.be", "9910006"));
  });
});

suite("what is known of the site before it is asked", () => {
  const { hosts, knownSourceIds, newestKnownNumber, urlOf } = wallonia;

  test("is both of its names", () => {
    assert.deepEqual(hosts, ["parlement-wallonie.be", "parlement-wallon.be"]);
    for (const host of hosts) assert.ok(isOnSite(`https://www.${host}/`) && isOnSite(`http://${host}/`));
    assert.ok(isOnSite(urlOf("1")));
  });

  test("is some answered questions, the newest first, and an id beyond them", () => {
    const numbers = knownSourceIds.map(Number);
    assert.ok(numbers.length >= 3 && new Set(numbers).size === numbers.length);
    assert.deepEqual(
      numbers,
      numbers.toSorted((one, other) => other - one),
    );
    assert.ok(numbers.every((number) => number < newestKnownNumber));
  });

  const skip = existsSync(OBSERVED) ? false : "no ../shared beside the project: observations not compared";
  test("agrees with what was observed", { skip }, () => {
    const rows = readFileSync(OBSERVED, "utf8").trim().split("\n");
    const [names = [], ...observed] = rows.map((row) => row.split("\t"));
    const column = (name: string) => names.indexOf(name);
    for (const id of knownSourceIds) {
      const row = observed.find((row) => row[column("iddoc")] === id);
      assert.match(row?.[column("answered_on")] ?? "", /^\d{4}-\d\d-\d\d$/, id);
      assert.equal(row?.[column("answered_by")], row?.[column("addressed_to")], id);
    }
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

/** All orders of a few things. */
function ordersOf<T>(things: readonly T[]): T[][] {
  if (things.length < 2) return [[...things]];
  return things.flatMap((thing, i) => ordersOf(things.toSpliced(i, 1)).map((others) => [thing, ...others]));
}
