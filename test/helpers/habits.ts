import ts from "typescript";
import { codeOf, nodesOf, type SourceFile, treeOf } from "./source-files.ts";

/** What the code of a file may not say outside the places made for it; comments may. */
export const HABITS = {
  readsClock: /\bnew Date(?:\(\)|(?![\w(]))|\bDate\.now\b|\bTemporal\.Now\b/,
  readsEnvironment: /\bprocess\.env\b|\benv\b[^;\n]*(?:= process\b|from "node:process")/,
  exportsByDefault: /^export default\b|^export =|\bas default\b/m,
} as const;

/** One sentence for each file whose code, without its comments, shows a habit. */
export function findHabit(files: readonly SourceFile[], habit: RegExp): string[] {
  return files.flatMap((file) => {
    const found = habit.exec(codeOf(file));
    return found === null ? [] : [`${file.path}: ${found[0]}`];
  });
}

/** One sentence for each `any` written as a type. */
export function findAny(files: readonly SourceFile[]): string[] {
  return files.flatMap((file) =>
    [...nodesOf(treeOf(file))]
      .filter((node) => node.kind === ts.SyntaxKind.AnyKeyword)
      .map((node) => `${file.path}: ${node.parent.getText()}`),
  );
}

/** The files that tell the compiler or the linter to look away. */
export function findSilenced(files: readonly SourceFile[]): string[] {
  const isSilenced = ({ text }: SourceFile) =>
    /@ts-(?:ignore|nocheck|expect-error)|eslint-disable/.test(text);
  return files.filter(isSilenced).map(({ path }) => path);
}
