import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";

export type Source = { readonly file: string; readonly text: string; readonly tree: ts.SourceFile };

/** Made by tools, not written. */
const GENERATED = /^app\/paraglide\/|types\.generated\.ts$/;

/** A file whose tree is made when it is first looked at: most questions can be answered by the text for most files. */
export function parseSource(file: string, text: string): Source {
  const kind = file.endsWith("x") ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
  let tree: ts.SourceFile | undefined;
  return {
    file,
    text,
    get tree() {
      return (tree ??= ts.createSourceFile(file, text, ts.ScriptTarget.ES2022, true, kind));
    },
  };
}

/** Every written file of TypeScript below the folders. */
export function readSources(...folders: string[]): Source[] {
  return folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: "utf8" })
      .map((name) => join(folder, name))
      .filter((file) => /\.tsx?$/.test(file) && !file.endsWith(".d.ts") && !GENERATED.test(file))
      .toSorted()
      .map((file) => parseSource(file, readFileSync(file, "utf8"))),
  );
}

/** Every node of a file, outer ones first. */
export function nodesOf({ tree }: Source): ts.Node[] {
  const found: ts.Node[] = [];
  const visit = (node: ts.Node) => {
    found.push(node);
    node.forEachChild(visit);
  };
  visit(tree);
  return found;
}

/** `file:line` of a node, as editors open it. */
export function placeOf({ file, tree }: Source, node: ts.Node): string {
  return `${file}:${tree.getLineAndCharacterOfPosition(node.getStart(tree)).line + 1}`;
}

/** Names that a file imports from a module, as the file calls them. */
export function importsFrom({ tree }: Source, module: string): string[] {
  return tree.statements.flatMap((statement) => {
    if (!ts.isImportDeclaration(statement) || !ts.isStringLiteral(statement.moduleSpecifier)) return [];
    if (statement.moduleSpecifier.text !== module) return [];
    const bindings = statement.importClause?.namedBindings;
    return bindings && ts.isNamedImports(bindings) ? bindings.elements.map(({ name }) => name.text) : [];
  });
}
