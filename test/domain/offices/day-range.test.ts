import assert from "node:assert/strict";
import { suite, test } from "node:test";
import { findDayRange } from "../../../src/domain/offices/day-range.ts";

suite("a date known more or less exactly", () => {
  for (const [text, earliest, latest] of [
    ["2014-07-23", "2014-07-23", "2014-07-23"],
    ["2014-07", "2014-07-01", "2014-07-31"],
    ["2014-06", "2014-06-01", "2014-06-30"],
    ["2016-02", "2016-02-01", "2016-02-29"],
    ["2015-02", "2015-02-01", "2015-02-28"],
    ["2009", "2009-01-01", "2009-12-31"],
  ] as const) {
    test(`${text} may mean any day from ${earliest} to ${latest}`, () => {
      assert.deepEqual(findDayRange(text), { earliest, latest });
    });
  }

  for (const text of ["2015-02-29", "2015-13", "2015-00", "0000", "2015-2", "2015-02-", "juillet 2015", ""]) {
    test(`${text || "nothing"} means none`, () => assert.equal(findDayRange(text), null));
  }
});
