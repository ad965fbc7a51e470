import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { RelaxNGValidator, XmlDocument } from "libxml2-wasm";
import type { Owner } from "./databases.ts";

const RULES = new URL("../fixtures/akoma-ntoso/written-question.rng", import.meta.url);
const NAMESPACES = { akn: "http://docs.oasis-open.org/legaldocml/ns/akn/3.0" };

/** The texts of what an XPath finds in a document; `akn:` stands for the names of Akoma Ntoso. */
export type FindTexts = (path: string) => string[];

/** Fails unless a text is XML, keeps to our rules of Akoma Ntoso, and points only to what it holds. */
export function readAkn(t: Owner, xml: string): FindTexts {
  const document = XmlDocument.fromString(xml);
  t.after(() => document.dispose());
  const rules = XmlDocument.fromString(readFileSync(RULES, "utf8"));
  t.after(() => rules.dispose());
  const validator = RelaxNGValidator.fromDoc(rules);
  t.after(() => validator.dispose());
  validator.validate(document);
  const find: FindTexts = (path) => document.find(path, NAMESPACES).map(({ content }) => content);
  const ids = find("//@eId");
  assert.equal(new Set(ids).size, ids.length, "an id stands twice");
  const pointers = find("//@source|//@by|//@to|//@as|//@refersTo|//@outcome|//akn:FRBRauthor/@href");
  const lost = pointers.filter((pointer) => !ids.includes(pointer.slice("#".length)));
  assert.deepEqual(lost, []);
  return find;
}
