import assert from "node:assert/strict";
import { suite, test } from "node:test";
import fc from "fast-check";
import { backoffMs, findRetryAfterMs, isTransientStatus } from "../../src/fetching/retry-delay.ts";
import { NOW } from "./impatient-client.ts";

suite("backoffMs", () => {
  test("grows from 1 over 4 to 16 seconds, and by a fifth of that at most", () => {
    const table = [1, 2, 3].map((tries) => [backoffMs(tries, () => 0), backoffMs(tries, () => 0.999999)]);
    assert.deepEqual(table, [
      [1_000, 1_200],
      [4_000, 4_800],
      [16_000, 19_200],
    ]);
  });
});

suite("findRetryAfterMs", () => {
  const YEAR_MS = 365 * 24 * 3_600_000;
  const table: readonly [header: string | undefined, ms: number | null][] = [
    ["0", 0],
    ["120", 120_000],
    [" 7 ", 7_000],
    ["99999999999999999999999", YEAR_MS],
    ["Mon, 02 Mar 2026 10:01:30 GMT", 90_000],
    ["Monday, 02-Mar-26 10:01:30 GMT", 90_000],
    ["Mon, 02 Mar 2026 09:59:59 GMT", 0],
    ["Thu, 01 Jan 2099 00:00:00 GMT", YEAR_MS],
    [undefined, null],
    ["", null],
    ["-1", null],
    ["1.5", null],
    ["1e3", null],
    ["0x10", null],
    ["bientôt", null],
    ["5 minutes", null],
    ["Mon, 02 Mar 2026", null],
    ["2026-03-02T10:01:30Z", null],
    ["Mon, 99 Abc 2026 10:01:30 GMT", null],
  ];
  for (const [header, ms] of table) {
    test(`${JSON.stringify(header)} is ${ms === null ? "not taken for a wait" : `${ms} ms`}`, () => {
      assert.equal(findRetryAfterMs(header, NOW), ms);
    });
  }

  test("reads any date that HTTP can write, to the second", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 365 * 24 * 3600 }), (seconds) => {
        const at = new Date(NOW.getTime() + seconds * 1_000);
        assert.equal(findRetryAfterMs(at.toUTCString(), NOW), seconds * 1_000);
      }),
    );
  });

  test("gives, whatever is written there, null or a wait that leads to a moment", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.bigInt({ min: 0n }).map(String)), (header) => {
        const ms = findRetryAfterMs(header, NOW);
        assert.ok(ms === null || new Date(NOW.getTime() + ms) >= NOW);
      }),
    );
  });
});

test("what may pass by itself is asked for again, and nothing else", () => {
  const all = Array.from({ length: 500 }, (_, i) => 100 + i);
  assert.deepEqual(all.filter(isTransientStatus), [408, 425, 429, 500, 502, 503, 504]);
});
