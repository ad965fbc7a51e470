import { fullerSpelling } from "../../domain/person-name.ts";
import type { AlikeQuestions } from "./alike-questions.ts";
import type { GroupName, GroupNames } from "./groupings.ts";

/** A group with the questions in it. */
export interface GroupedRows extends GroupName {
  readonly rows: readonly AlikeQuestions[];
}

/**
 * Puts questions into their groups, in no order. Values that are named by one key are one group, under the fuller of
 * their labels.
 */
export function groupRows(rows: readonly AlikeQuestions[], namesOf: GroupNames): GroupedRows[] {
  const groups = new Map<string, { label: string; parts: (readonly AlikeQuestions[])[] }>();
  for (const [stored, part] of Map.groupBy(rows, ({ group }) => group)) {
    for (const { key, label } of namesOf(stored)) {
      const known = groups.get(key) ?? { label, parts: [] };
      groups.set(key, { label: fullerSpelling(known.label, label), parts: [...known.parts, part] });
    }
  }
  return [...groups].map(([key, { label, parts }]) => ({ key, label, rows: parts.flat() }));
}
