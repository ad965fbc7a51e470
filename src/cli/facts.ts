import { printLine } from "./terminal.ts";

/** Prints counts one a line, names and figures aligned. */
export async function printFacts(facts: Readonly<Record<string, number>>): Promise<void> {
  const names = Object.keys(facts);
  const nameWidth = Math.max(...names.map((name) => name.length));
  const width = Math.max(...Object.values(facts).map((count) => String(count).length));
  for (const [name, count] of Object.entries(facts)) {
    await printLine(`${name.padEnd(nameWidth)}  ${String(count).padStart(width)}`);
  }
}
