import ts from "typescript";
import { describe, expect, it } from "vitest";
import { importsFrom, parseSource, placeOf, readSources, type Source } from "~tests/support/sources";

const OPENERS = "~/platform/http/openers.server";
const OPENED = new Set(["loader", "action"]);
/** They would run in the browser, where nobody can be kept out. */
const UNWANTED = new Set(["clientLoader", "clientAction"]);

function isExported(statement: ts.Statement): boolean {
  return ts.canHaveModifiers(statement)
    ? (ts.getModifiers(statement) ?? []).some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)
    : false;
}

type Exported = { name: string; node: ts.Node; value: ts.Expression | undefined };

/** Everything that a file exports by name, with its value where that is written beside it. */
function exportsOf({ tree }: Source): Exported[] {
  return tree.statements.flatMap((statement): Exported[] => {
    if (ts.isExportDeclaration(statement)) {
      const clause = statement.exportClause;
      // `export *` may hide anything.
      if (!clause || !ts.isNamedExports(clause)) return [{ name: "loader", node: statement, value: undefined }];
      return clause.elements.map((node) => ({ name: node.name.text, node, value: undefined }));
    }
    if (!isExported(statement)) return [];
    if (ts.isFunctionDeclaration(statement)) {
      return statement.name ? [{ name: statement.name.text, node: statement, value: undefined }] : [];
    }
    if (!ts.isVariableStatement(statement)) return [];
    return statement.declarationList.declarations.flatMap((node): Exported[] => {
      if (ts.isIdentifier(node.name)) return [{ name: node.name.text, node, value: node.initializer }];
      // `export const { loader } = …` says nothing of who made it.
      return node.name.elements.flatMap((element) =>
        ts.isBindingElement(element) && ts.isIdentifier(element.name)
          ? [{ name: element.name.text, node: element, value: undefined }]
          : [],
      );
    });
  });
}

/** Places of loaders and actions that no opener made. */
function findUnopened(source: Source): string[] {
  const openers = new Set(importsFrom(source, OPENERS).filter((name) => /^for[A-Z]/.test(name)));
  return exportsOf(source).flatMap(({ name, node, value }) => {
    const isOpened =
      value !== undefined &&
      ts.isCallExpression(value) &&
      ts.isIdentifier(value.expression) &&
      openers.has(value.expression.text);
    const isWrong = UNWANTED.has(name) || (OPENED.has(name) && !isOpened);
    return isWrong ? [`${placeOf(source, node)} ${name}`] : [];
  });
}

const routes = [...readSources("app/routes"), ...readSources("app").filter(({ file }) => file === "app/root.tsx")];

describe("loaders and actions", () => {
  it("are all made by an opener, which says who may enter", () => {
    expect(routes.length).toBeGreaterThan(10);
    expect(routes.flatMap(findUnopened)).toEqual([]);
  });

  const from = `import { forBuyer } from "${OPENERS}";`;

  it.each([
    ["a function", "export async function loader() { return null; }"],
    ["an arrow", "export const action = async () => null;"],
    ["a function of another maker", "export const loader = forEverybody(async () => null);"],
    [
      "an opener's namesake from elsewhere",
      `import { forStaff } from "./mine"; export const loader = forStaff("x", f);`,
    ],
    ["a wrapped opener", `${from} export const loader = cached(forBuyer(async () => null));`],
    ["an opener behind a choice", `${from} export const loader = isOpen ? forBuyer(f) : f;`],
    ["a name of the file", `${from} const loader = forBuyer(f); export { loader };`],
    ["another file's", `export { loader } from "./other";`],
    ["another file's under another name", `export { read as action } from "./other";`],
    ["everything of another file", `export * from "./other";`],
    ["a part of something", `export const { loader } = makeRoute();`],
    ["a loader in the browser", `${from} export const clientLoader = forBuyer(f);`],
  ])("are refused when one is %s", (_what, text) => {
    expect(findUnopened(parseSource("app/routes/public/example.tsx", text))).toHaveLength(1);
  });

  it("pass when an opener made them, and so does what is neither", () => {
    const text = `${from} export const loader = forBuyer(async () => null); export const meta = () => [];`;
    expect(findUnopened(parseSource("app/routes/public/example.tsx", text))).toEqual([]);
  });
});
