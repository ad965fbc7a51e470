/**
 * The same value with every text made such that PostgreSQL takes it: it stores no U+0000, and in `jsonb` no half of a
 * surrogate pair. The one is dropped, the other becomes U+FFFD. Dates and bytes are left alone. What needs no change
 * is given back as it is.
 */
export function storable<T>(value: T): T;
export function storable(value: unknown): unknown {
  if (typeof value === "string") return storableText(value);
  if (Array.isArray(value)) return unlessSame(value, value.map(storable));
  if (!isPlainObject(value)) return value;
  const entries = Object.entries(value);
  const changed = entries.filter(([, field]) => storable(field) !== field);
  return changed.length === 0 ? value : { ...value, ...Object.fromEntries(changed.map(storableField)) };
}

function storableText(text: string): string {
  const wellFormed = text.isWellFormed() ? text : text.toWellFormed();
  return wellFormed.includes("\0") ? wellFormed.replaceAll("\0", "") : wellFormed;
}

const storableField = ([name, field]: [string, unknown]): [string, unknown] => [name, storable(field)];

const unlessSame = (before: readonly unknown[], after: readonly unknown[]) =>
  after.every((element, i) => element === before[i]) ? before : after;

const isPlainObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && Object.getPrototypeOf(value) === Object.prototype;
