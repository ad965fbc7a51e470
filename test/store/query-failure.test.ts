import assert from "node:assert/strict";
import { test } from "node:test";
import { findQueryFailure, type QueryFailure } from "../../src/store/query-failure.ts";

const coded = (code: string) => Object.assign(new Error("no matter what"), { code });

const failures: readonly (readonly [unknown, QueryFailure | null])[] = [
  [coded("ECONNREFUSED"), "unavailable"],
  [coded("ECONNRESET"), "unavailable"],
  [coded("57P01"), "unavailable"],
  [coded("57P03"), "unavailable"],
  [coded("08006"), "unavailable"],
  [coded("53300"), "unavailable"],
  [coded("57014"), "tooSlow"],
  [new Error("Connection terminated unexpectedly"), "unavailable"],
  [new Error("timeout exceeded when trying to connect"), "unavailable"],
  [new Error("Failed query", { cause: coded("57P01") }), "unavailable"],
  [new Error("Failed query", { cause: coded("57014") }), "tooSlow"],
  [coded("42601"), null],
  [coded("23505"), null],
  [coded("ENOENT"), null],
  [new Error("no connection is spoken of"), null],
  ["ECONNREFUSED", null],
  [undefined, null],
];

test("a database that is away, or too slow, is told from a query that is wrong", () => {
  for (const [error, failure] of failures) assert.equal(findQueryFailure(error), failure, String(error));
});
