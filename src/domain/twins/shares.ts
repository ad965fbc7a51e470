/** How much of two sets is in both, from 0 to 1 (Jaccard); 0 where both are empty. */
export function shareInBoth<T>(one: ReadonlySet<T>, other: ReadonlySet<T>): number {
  const both = countInBoth(one, other);
  return both === 0 ? 0 : both / (one.size + other.size - both);
}

/** How much of the smaller of two sets is in the other, from 0 to 1; 0 where it is empty. */
export function shareOfSmaller<T>(one: ReadonlySet<T>, other: ReadonlySet<T>): number {
  const both = countInBoth(one, other);
  return both === 0 ? 0 : both / Math.min(one.size, other.size);
}

function countInBoth<T>(one: ReadonlySet<T>, other: ReadonlySet<T>): number {
  const [few, many] = one.size <= other.size ? [one, other] : [other, one];
  let count = 0;
  for (const member of few) if (many.has(member)) count += 1;
  return count;
}
