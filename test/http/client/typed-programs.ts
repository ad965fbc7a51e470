import { symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import openapiTS, { astToString, type OpenAPI3 } from "openapi-typescript";
import ts from "typescript";
import type { Owner } from "../../helpers/databases.ts";
import type { OpenApi } from "../../helpers/documented.ts";
import { projectRoot } from "../../helpers/source-files.ts";
import { temporaryDirectory } from "../../helpers/temporary-directory.ts";

/** Programs beside the types made from a document, in a directory where they find the packages of the project. */
export async function writePrograms(
  t: Owner,
  document: OpenApi,
  programs: Readonly<Record<string, string>>,
): Promise<string> {
  const directory = await temporaryDirectory(t);
  const types = astToString(await openapiTS(document as unknown as OpenAPI3));
  await symlink(join(projectRoot, "node_modules"), join(directory, "node_modules"), "junction");
  await writeFile(join(directory, "package.json"), '{ "type": "module" }');
  for (const [name, text] of Object.entries({ ...programs, "vigie.ts": types })) {
    await writeFile(join(directory, name), text);
  }
  return directory;
}

/** The programs of a directory under the strict rules of this project. */
export function compile(directory: string): ts.Program {
  const { config } = ts.readConfigFile(join(projectRoot, "tsconfig.json"), ts.sys.readFile) as {
    config: { compilerOptions: object };
  };
  const settings = { ...config, include: ["*.ts"] };
  const { options, fileNames } = ts.parseJsonConfigFileContent(settings, ts.sys, directory);
  return ts.createProgram(fileNames, { ...options, typeRoots: [join(projectRoot, "node_modules/@types")] });
}

/** What the compiler refuses, one line each. */
export function findTypeErrors(program: ts.Program): string[] {
  return ts.getPreEmitDiagnostics(program).map(({ file, start, messageText }) => {
    const line = file === undefined ? 0 : file.getLineAndCharacterOfPosition(start ?? 0).line + 1;
    return `${file?.fileName}:${line} ${ts.flattenDiagnosticMessageText(messageText, "\n")}`;
  });
}

/**
 * Where what the operations take and give is `any` or `unknown`, so that a client would be told nothing, as in
 * `getQuestion.responses.200.content.application/json.title`.
 */
export function findLooseTypes(program: ts.Program, directory: string): string[] {
  const source = program.getSourceFile(join(directory, "vigie.ts"))!;
  const checker = program.getTypeChecker();
  const operations = source.statements.find(
    (statement) => ts.isInterfaceDeclaration(statement) && statement.name.text === "operations",
  )!;
  const found: string[] = [];
  const seen = new Set<ts.Type>();

  function walk(type: ts.Type, path: string): void {
    if (type.flags & (ts.TypeFlags.Any | ts.TypeFlags.Unknown)) found.push(path);
    if (seen.has(type)) return;
    seen.add(type);
    if (type.isUnionOrIntersection()) return type.types.forEach((one) => walk(one, path));
    if (!(type.flags & ts.TypeFlags.Object)) return;
    const item = checker.getIndexTypeOfType(type, ts.IndexKind.Number);
    if (item !== undefined) return walk(item, `${path}[]`);
    const value = checker.getIndexTypeOfType(type, ts.IndexKind.String);
    if (value !== undefined) walk(value, `${path}.*`);
    for (const property of checker.getPropertiesOfType(type)) {
      // A server may always send other headers than it announces.
      if (property.name === "headers") continue;
      walk(checker.getTypeOfSymbolAtLocation(property, source), `${path}.${property.name}`);
    }
  }

  for (const operation of checker.getTypeAtLocation(operations).getProperties()) {
    walk(checker.getTypeOfSymbolAtLocation(operation, source), operation.name);
  }
  return found;
}
