import assert from "node:assert/strict";
import { suite, test } from "node:test";
import fc from "fast-check";
import { survivalCurve, survivalOn } from "../../../src/domain/delays/survival-curve.ts";
import { anyDurations, countsOf, type Duration, durations } from "./durations.ts";

const near = (found: number | null, expected: number, what?: string) =>
  assert.ok(found !== null && Math.abs(found - expected) < 1e-9, `${what}: ${found} is not ${expected}`);

const opens = (counts: Parameters<typeof survivalCurve>[0]) => survivalCurve(counts).map(({ open }) => open);

suite("a curve worked out by hand", () => {
  /*
   * Six questions: answers after 2, 5, 5 and 10 days; one seen open until day 5, one until day 8.
   *
   *   day   at risk   answers   open until then       Greenwood's sum     limits: open^e^±(1.96·√sum / -ln open)
   *    2       6         1      5/6                   1/(6·5) = 1/30      0.2731 … 0.9747
   *    5       5         2      5/6 · 3/5 = 1/2       + 2/(5·3) = 1/6     0.1109 … 0.8037
   *    8       2         0      1/2                   1/6                 the same
   *   10       1         1      1/2 · 0 = 0           without end         none
   */
  const points = survivalCurve(durations(2, 5, 5, "5+", "8+", 10));

  test("falls by the share of those at risk on each day with an answer, and stays where one is only lost to view", () => {
    assert.deepEqual(
      points.map(({ day, atRisk, events, censored }) => [day, atRisk, events, censored]),
      [
        [0, 6, 0, 0],
        [2, 6, 1, 0],
        [5, 5, 2, 1],
        [8, 2, 0, 1],
        [10, 1, 1, 0],
      ],
    );
    for (const [index, open] of [1, 5 / 6, 1 / 2, 1 / 2, 0].entries()) near(points[index]!.open, open);
  });

  test("has log-log limits between, and none where nobody waits any more", () => {
    near(points[1]!.lower, 0.27312284993, "lower after 2");
    near(points[1]!.upper, 0.97471242669, "upper after 2");
    near(points[2]!.lower, 0.11094826035, "lower after 5");
    near(points[2]!.upper, 0.80370923685, "upper after 5");
    assert.deepEqual([points[3]!.lower, points[3]!.upper], [points[2]!.lower, points[2]!.upper]);
    assert.deepEqual([points[4]!.lower, points[4]!.upper], [null, null]);
  });

  test("is read on any day up to the longest time observed, and not beyond", () => {
    const openOn = (day: number) => survivalOn(points, day)?.open ?? null;
    assert.deepEqual([0, 1, 8, 9, 10, 11].map(openOn), [1, 1, 0.5, 0.5, 0, null]);
  });
});

suite("at the edges", () => {
  test("no question gives no curve", () => {
    assert.deepEqual(survivalCurve([]), []);
    assert.deepEqual(survivalCurve([{ day: 3, events: 0, censored: 0 }]), []);
    assert.equal(survivalOn([], 0), null);
  });

  test("one question answered falls from 1 to 0, one open stays at 1", () => {
    assert.deepEqual(opens(durations(4)), [1, 0]);
    assert.deepEqual(opens(durations("4+")), [1, 1]);
  });

  test("the beginning is certain; later, where nothing was answered yet, there are no limits", () => {
    const [start, later] = survivalCurve(durations("3+", "5+"));
    assert.deepEqual([start!.lower, start!.upper, later!.lower, later!.upper], [1, 1, null, null]);
  });

  test("answers on the day of tabling make a second point for that day", () => {
    const points = survivalCurve(durations(0, 3));
    assert.deepEqual(
      points.map(({ day, open }) => [day, open]),
      [
        [0, 1],
        [0, 0.5],
        [3, 0],
      ],
    );
    assert.equal(survivalOn(points, 0)?.open, 0.5);
  });

  test("questions tabled on the last day are there at the beginning, and make no point of their own", () => {
    assert.deepEqual(
      survivalCurve(durations("0+", "0+", 4)).map(({ day, open, upper, atRisk, censored }) => [
        ...[day, open, upper, atRisk, censored],
      ]),
      [
        [0, 1, 1, 3, 2],
        [4, 0, null, 1, 0],
      ],
    );
  });

  test("what is lost to view on the day of an answer was still at risk on it", () => {
    assert.deepEqual(opens(durations(5, "5+")), [1, 0.5]);
    assert.deepEqual(opens(durations("4+", 5)), [1, 1, 0]);
  });
});

suite("whatever the durations", () => {
  test("the curve never rises, and lies within its limits", () => {
    fc.assert(
      fc.property(anyDurations(), (all) => {
        let before = 1;
        for (const { open, lower, upper } of survivalCurve(countsOf(all))) {
          assert.ok(open <= before && open >= 0);
          assert.equal(lower === null, upper === null);
          if (lower !== null && upper !== null)
            assert.ok(0 <= lower && lower <= open && open <= upper && upper <= 1);
          before = open;
        }
      }),
    );
  });

  test("with everything answered it is the share that took longer", () => {
    fc.assert(
      fc.property(anyDurations({ minLength: 1 }), (some) => {
        const all = some.map(({ day }) => ({ day, answered: true }));
        for (const { day, open } of survivalCurve(countsOf(all)).slice(1)) {
          near(open, all.filter((one) => one.day > day).length / all.length, `open after ${day}`);
        }
      }),
    );
  });

  test("with nothing answered it stays at 1", () => {
    fc.assert(
      fc.property(anyDurations({ minLength: 1 }), (some) => {
        const all = some.map(({ day }) => ({ day, answered: false }));
        assert.ok(opens(countsOf(all)).every((open) => open === 1));
      }),
    );
  });

  test("it is what comes of handing on the weight of each question lost to view to those seen longer", () => {
    fc.assert(
      fc.property(anyDurations({ minLength: 1 }), (all) => {
        const answered = answeredByHandingOn(all);
        for (const { day, open } of survivalCurve(countsOf(all)).slice(1))
          near(1 - open, answered(day), `by ${day}`);
      }),
    );
  });

  test("neither the order of counts nor how a day is split matters", () => {
    fc.assert(
      fc.property(anyDurations(), (all) => {
        const single = all.map(({ day, answered }) => ({
          day,
          events: answered ? 1 : 0,
          censored: answered ? 0 : 1,
        }));
        assert.deepEqual(survivalCurve(single), survivalCurve(countsOf(all)));
        assert.deepEqual(survivalCurve(single.toReversed()), survivalCurve(countsOf(all)));
      }),
    );
  });
});

/** Efron's other way to the same estimate: the share answered by a day. */
function answeredByHandingOn(all: readonly Duration[]): (day: number) => number {
  const order = [...all].sort(
    (one, other) => one.day - other.day || Number(other.answered) - Number(one.answered),
  );
  const weights = order.map(() => 1 / order.length);
  for (const [index, { answered }] of order.entries()) {
    const later = order.length - index - 1;
    if (answered || later === 0) continue;
    for (let next = index + 1; next < order.length; next += 1) weights[next]! += weights[index]! / later;
    weights[index] = 0;
  }
  return (day) =>
    order.reduce((sum, one, index) => sum + (one.answered && one.day <= day ? weights[index]! : 0), 0);
}
