import assert from "node:assert/strict";
import { suite, test } from "node:test";
import { createRedirectRules } from "../../src/fetching/redirect-rules.ts";

const HOSTS = ["assemblee.example", "archives.example"];

type Row = readonly [from: string, location: string, leadsTo: string | null];

function checkTable(baseUrl: string, table: readonly Row[]): void {
  const rules = createRedirectRules({ hosts: HOSTS, baseUrl });
  for (const [from, location, leadsTo] of table) {
    const verb = leadsTo === null ? "is not followed to" : "is followed to";
    test(`${from} ${verb} ${location}`, () => {
      const follow = () => rules.targetOf(new URL(from), location).href;
      if (leadsTo === null) assert.throws(follow, { code: "redirected_away" });
      else assert.equal(follow(), leadsTo);
    });
  }
}

const page = "https://www.assemblee.example/a?b=1";

suite("a redirect of the site itself", () => {
  checkTable("https://www.assemblee.example", [
    [page, "/c", "https://www.assemblee.example/c"],
    [page, "?b=2", "https://www.assemblee.example/a?b=2"],
    [page, "//assemblee.example/c", "https://assemblee.example/c"],
    [page, "https://assemblee.example/", "https://assemblee.example/"],
    [page, "https://textes.assemblee.example/", "https://textes.assemblee.example/"],
    [page, "https://archives.example:443/", "https://archives.example/"],
    [page, "HTTPS://WWW.ASSEMBLEE.EXAMPLE/D", "https://www.assemblee.example/D"],
    ["http://www.assemblee.example/", page, page],
    ["http://www.assemblee.example/", "http://assemblee.example/", "http://assemblee.example/"],
    [page, "https://nom:secret@assemblee.example/#fin", "https://assemblee.example/"],
    // As a header comes that holds « /réponse » in UTF-8.
    [page, "/r\u00c3\u00a9ponse", "https://www.assemblee.example/r%C3%A9ponse"],
    [page, "http://www.assemblee.example/", null],
    [page, "https://loin.example/", null],
    [page, "//loin.example/", null],
    [page, "\\\\loin.example/", null],
    [page, "https://notreassemblee.example/", null],
    [page, "https://assemblee.example.loin.example/", null],
    [page, "https://assemblee.example@loin.example/", null],
    [page, "https://www.assemblee.example:8443/", null],
    [page, "https://127.0.0.1/", null],
    [page, "file:///etc/hosts", null],
    [page, "javascript:alert(1)", null],
    [page, "https://[", null],
  ]);
});

suite("a redirect of a copy of the site elsewhere", () => {
  const copy = "http://127.0.0.1:8080/";
  checkTable("http://127.0.0.1:8080", [
    [copy, "/c", "http://127.0.0.1:8080/c"],
    [copy, "http://127.0.0.1:8081/", null],
    [copy, "https://127.0.0.1:8443/", null],
    [copy, "http://localhost:8080/", null],
    [copy, "https://www.assemblee.example/", null],
  ]);
  checkTable("http://copie.example", [
    ["http://copie.example/", "http://www.copie.example/", "http://www.copie.example/"],
    ["http://www.copie.example/", "https://copie.example/", "https://copie.example/"],
    ["http://copie.example/", "http://archives.copie.example/", null],
  ]);
});

test("the message says where it led and what to do", () => {
  const { targetOf } = createRedirectRules({ hosts: HOSTS, baseUrl: "https://assemblee.example" });
  assert.throws(
    () => targetOf(new URL(page), "https://loin.example/"),
    (error: Error) => {
      for (const part of [page, "« https://loin.example/ »", "hors du site", "SOURCE_BASE_URL"]) {
        assert.ok(error.message.replaceAll("\u00a0", " ").includes(part), part);
      }
      return true;
    },
  );
});
