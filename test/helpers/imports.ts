import { posix } from "node:path";
import ts from "typescript";
import { nodesOf, type SourceFile, treeOf } from "./source-files.ts";

/** One import of a file, whether of a value or of a type, static or dynamic. */
export interface Import {
  /** Path of the importing file. */
  readonly from: string;
  /** Path of the file of ours that is imported, else the package (`pg`, `@fastify/etag`, `node:fs`). */
  readonly target: string;
  readonly isOurs: boolean;
}

/** The rooms of `src` (folders, or files at its top, or a file beside `src`), and the others each may import. */
export type RoomTable = Readonly<Record<string, readonly string[]>>;

/** All imports of a file: `import`, `export … from`, `import()` with a constant, and `import("…")` as a type. */
export function importsOf(file: SourceFile): Import[] {
  return [...nodesOf(treeOf(file))].flatMap((node) => {
    const specifier = specifierOf(node);
    if (specifier === null) return [];
    const isOurs = specifier.startsWith(".");
    const target = isOurs ? posix.join(posix.dirname(file.path), specifier) : packageOf(specifier);
    return [{ from: file.path, target, isOurs }];
  });
}

function specifierOf(node: ts.Node): string | null {
  const named = (child: ts.Node | undefined) =>
    child !== undefined && ts.isStringLiteralLike(child) ? child.text : null;
  if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return named(node.moduleSpecifier);
  if (ts.isImportTypeNode(node))
    return ts.isLiteralTypeNode(node.argument) ? named(node.argument.literal) : null;
  if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
    return named(node.arguments[0]);
  }
  return null;
}

function packageOf(specifier: string): string {
  return specifier.split("/", specifier.startsWith("@") ? 2 : 1).join("/");
}

/** The most exact entry of the table that a file stands in; null where the table knows none. */
function findRoom(path: string, table: RoomTable): string | null {
  const rooms = Object.keys(table).filter(
    (room) => path === room || path === `src/${room}` || path.startsWith(`src/${room}/`),
  );
  return rooms.sort((one, other) => other.length - one.length)[0] ?? null;
}

/** One sentence for each import that the table does not allow, and for each file in a room it does not know. */
export function findForbiddenImports(files: readonly SourceFile[], table: RoomTable): string[] {
  return files.flatMap((file) => {
    const room = findRoom(file.path, table);
    if (room === null) return [`${file.path} stands in no room of the table`];
    const allowed = table[room] ?? [];
    return importsOf(file)
      .filter(({ target, isOurs }) => {
        const other = findRoom(target, table);
        return isOurs && other !== room && (other === null || !allowed.includes(other));
      })
      .map(
        ({ target }) =>
          `${file.path} imports ${target}: ${room} may import ${allowed.join(", ") || "nothing"}`,
      );
  });
}

/** One sentence for each import of a package outside the rooms it belongs to. `node:` is a package too. */
export function findForeignPackages(
  files: readonly SourceFile[],
  packages: RegExp,
  isAtHome: (path: string) => boolean,
): string[] {
  return files
    .filter(({ path }) => !isAtHome(path))
    .flatMap(importsOf)
    .filter(({ target, isOurs }) => !isOurs && packages.test(target))
    .map(({ from, target }) => `${from} imports ${target}`);
}

/** Each circle of imports between files, as `a → b → a`, named once. */
export function findCycles(files: readonly SourceFile[]): string[] {
  const targets = new Map(files.map((file) => [file.path, importsOf(file).map(({ target }) => target)]));
  const cycles = new Map<string, string>();
  const finished = new Set<string>();
  const visit = (path: string, trail: readonly string[]) => {
    const start = trail.indexOf(path);
    if (start >= 0) {
      const members = trail.slice(start);
      cycles.set([...members].sort().join(), [...members, path].join(" → "));
    } else if (!finished.has(path)) {
      for (const target of targets.get(path) ?? []) visit(target, [...trail, path]);
      finished.add(path);
    }
  };
  for (const path of targets.keys()) visit(path, []);
  return [...cycles.values()];
}
