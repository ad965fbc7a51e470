import assert from "node:assert/strict";
import { test } from "node:test";
import type { DelayTally } from "../../../src/domain/delays/delay-tally.ts";
import { survivalCurve } from "../../../src/domain/delays/survival-curve.ts";
import { together } from "../../../src/domain/delays/together.ts";
import { day } from "../../helpers/questions.ts";
import { durations } from "./durations.ts";

const nothing = together([]);

const aTally = (overrides: Partial<DelayTally>): DelayTally => ({ ...nothing, ...overrides });

test("no groups amount to nothing", () => {
  const { oldestOpen, substantive, firstReply, ...counts } = nothing;
  assert.deepEqual([oldestOpen, substantive, firstReply], [null, [], []]);
  assert.equal(Object.keys(counts).length, 13);
  assert.ok(Object.values(counts).every((count) => count === 0));
});

test("counts are added, durations put together, and the oldest open question is that of all", () => {
  const found = together([
    aTally({ tabled: 3, open: 1, due: 2, substantive: durations(4, 9, "12+") }),
    aTally({
      tabled: 2,
      open: 1,
      substantive: durations(4, "20+"),
      oldestOpen: { sourceId: "900002", tabledOn: day("2014-02-10") },
    }),
    aTally({ oldestOpen: { sourceId: "900003", tabledOn: day("2014-02-08") } }),
    aTally({}),
  ]);
  assert.deepEqual([found.tabled, found.open, found.due, found.answered], [5, 2, 2, 0]);
  assert.equal(found.oldestOpen?.sourceId, "900003");
  assert.deepEqual(survivalCurve(found.substantive), survivalCurve(durations(4, 9, "12+", 4, "20+")));
});
