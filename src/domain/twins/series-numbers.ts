const IN_SERIES =
  /(?<!\p{L})(?:volet|tome|phase|partie|chapitre|lot)\s+(X{0,3}(?:IX|IV|V?I{0,3}))(?![\p{L}\p{N}])/giu;

const VALUES: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10 };

/** The Roman numerals by which a title counts the parts of a whole, in digits: `2` of « volet II ». */
export function seriesNumbersIn(title: string): string[] {
  return [...title.matchAll(IN_SERIES)].flatMap(([, letters = ""]) =>
    letters === "" ? [] : [`${valueOf(letters)}`],
  );
}

/** A letter before a greater one is taken off it. */
function valueOf(letters: string): number {
  const values = [...letters.toUpperCase()].map((letter) => VALUES[letter] ?? 0);
  return values.reduce((sum, value, i) => sum + (value < (values[i + 1] ?? 0) ? -value : value), 0);
}
