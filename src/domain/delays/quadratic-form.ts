/** A pivot below this part of the largest entry stands for 0. */
const NEGLIGIBLE = 1e-12;

/**
 * v′ M⁻¹ v for a symmetric matrix that is nowhere negative, such as covariances; null where the matrix has no inverse.
 * By elimination: each step takes one variable out, with what it contributes.
 */
export function quadraticForm(
  matrix: readonly (readonly number[])[],
  vector: readonly number[],
): number | null {
  const rows = matrix.map((row) => [...row]);
  const rest = [...vector];
  const least = NEGLIGIBLE * Math.max(...rows.map((row, index) => row[index]!));
  let total = 0;
  for (const [index, pivotRow] of rows.entries()) {
    const pivot = pivotRow[index]!;
    if (pivot <= least) return null;
    total += rest[index]! ** 2 / pivot;
    for (let below = index + 1; below < rows.length; below += 1) {
      const row = rows[below]!;
      const factor = row[index]! / pivot;
      for (let column = index; column < rows.length; column += 1) row[column]! -= factor * pivotRow[column]!;
      rest[below]! -= factor * rest[index]!;
    }
  }
  return total;
}
