/**
 * The probability that a chi-square variable exceeds `x`: the p-value of a test. Good to twelve digits, in the far tail
 * as well. One and two degrees of freedom have a closed form; each two more add a term.
 */
export function chiSquareTail(x: number, degreesOfFreedom: number): number {
  if (x <= 0) return 1;
  const half = x / 2;
  const isOdd = degreesOfFreedom % 2 === 1;
  let tail = isOdd ? erfc(Math.sqrt(half)) : Math.exp(-half);
  let term = isOdd ? Math.exp(-half) * Math.sqrt(half / Math.PI) * 2 : Math.exp(-half) * half;
  for (let degrees = isOdd ? 1 : 2; degrees < degreesOfFreedom; degrees += 2) {
    tail += term;
    term *= half / (degrees / 2 + 1);
  }
  return tail;
}

/** Where the series, which loses digits in the tail, gives way to the fraction, which is slow near 0. */
const SERIES_UP_TO = 2;

/** The complementary error function for a number that is not negative. */
export function erfc(x: number): number {
  return x < SERIES_UP_TO ? 1 - erfBySeries(x) : erfcByFraction(x);
}

/** erf(x) = 2/√π · e^(-x²) · Σ 2ⁿ x^(2n+1) / (1·3·5·…·(2n+1)); every term is positive. */
function erfBySeries(x: number): number {
  let term = x;
  let sum = x;
  for (let n = 1; term > sum * Number.EPSILON; n += 1) {
    term *= (2 * x * x) / (2 * n + 1);
    sum += term;
  }
  return (2 / Math.sqrt(Math.PI)) * Math.exp(-x * x) * sum;
}

/** Steps from which the fraction is exact to the last digit wherever it is used. */
const FRACTION_STEPS = 60;

/** erfc(x) = e^(-x²)/√π · 1/(x + ½/(x + 1/(x + 1½/(x + 2/(x + …))))), reckoned from the inside. */
function erfcByFraction(x: number): number {
  let denominator = x;
  for (let step = FRACTION_STEPS; step > 0; step -= 1) denominator = x + step / 2 / denominator;
  return Math.exp(-x * x) / Math.sqrt(Math.PI) / denominator;
}
