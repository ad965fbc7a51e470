import assert from "node:assert/strict";
import { test } from "node:test";
import { storable } from "../../../src/store/saving/storable-text.ts";

const TEXTS = [
  ["plain", "plain"],
  ["", ""],
  ["a\u0000b", "ab"],
  ["\u0000", ""],
  ["\ud83d", "\ufffd"],
  ["\udc26\ud83d", "\ufffd\ufffd"],
  ["\ud83d\u0000\udc26", "\ufffd\ufffd"],
  ["\u{1f426} é \u0001 \ufffe", "\u{1f426} é \u0001 \ufffe"],
] as const;

for (const [text, expected] of TEXTS) {
  test(`${JSON.stringify(text)} is stored as ${JSON.stringify(expected)}`, () =>
    assert.equal(storable(text), expected));
}

test("texts are found however deep they are", () => {
  const value = { a: ["x\u0000", { b: "\ud800", c: null, d: undefined, e: 3 }], f: "clean" };
  assert.deepEqual(storable(value), { a: ["x", { b: "\ufffd", c: null, d: undefined, e: 3 }], f: "clean" });
  assert.equal(value.a[0], "x\u0000", "the value given is not touched");
});

test("dates and bytes are left alone, and so is what needs no change", () => {
  const value = { at: new Date(0), bytes: new Uint8Array([0, 1]), text: "clean", list: ["clean"] };
  assert.equal(storable(value), value);
});
