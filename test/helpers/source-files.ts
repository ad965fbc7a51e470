import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";

/** Folder of the checkout. */
export const projectRoot = join(import.meta.dirname, "../..");

/** One file of TypeScript, `path` from the root of the project with forward slashes. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
}

/** Paths of all files below a folder of the project, in a fixed order. */
export function listFiles(folder: string): string[] {
  return readdirSync(join(projectRoot, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(projectRoot.length + 1))
    .map((path) => path.replaceAll("\\", "/"))
    .sort();
}

/** The TypeScript files below a folder of the project. */
export function readSourceFiles(folder: string): SourceFile[] {
  return listFiles(folder)
    .filter((path) => path.endsWith(".ts"))
    .map((path) => ({ path, text: readFileSync(join(projectRoot, path), "utf8") }));
}

/** The syntax tree of a file, with parents. */
export function treeOf({ path, text }: SourceFile): ts.SourceFile {
  return ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
}

/** Every node of a tree, outermost first. */
export function* nodesOf(node: ts.Node): Generator<ts.Node> {
  yield node;
  for (const child of node.getChildren()) yield* nodesOf(child);
}

/** The code of a file as the compiler prints it, without its comments. */
export function codeOf(file: SourceFile): string {
  return ts.createPrinter({ removeComments: true }).printFile(treeOf(file));
}
