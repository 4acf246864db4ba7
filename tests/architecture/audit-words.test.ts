import ts from "typescript";
import { describe, expect, it } from "vitest";
import { DESK_QUEUES } from "~/modules/catalog";
import { ACTION_NAMES } from "~/ui/staff/audit/action-names";
import { KIND_NAMES } from "~/ui/staff/audit/kind-names";
import { nodesOf, parseSource, placeOf, readSources, type Source } from "~tests/support/sources";

/** What an expression may be; undefined where that cannot be read from the source. */
type Words = readonly string[] | undefined;
type Written = { words: Words; place: string };

const textOf = (name: ts.Node | undefined) =>
  name && (ts.isIdentifier(name) || ts.isStringLiteral(name)) ? name.text : undefined;

/** Where a name of a file is bound, wherever in the file that is. */
function bindingOf(source: Source, name: string): ts.Node | undefined {
  return nodesOf(source).find(
    (node) =>
      (ts.isVariableDeclaration(node) || ts.isParameter(node) || ts.isBindingElement(node)) &&
      textOf(node.name) === name,
  );
}

function together(parts: readonly Words[]): Words {
  const known = parts.filter((words) => words !== undefined);
  return known.length === parts.length ? known.flat() : undefined;
}

function wordsOf(source: Source, node: ts.Expression): Words {
  if (ts.isStringLiteralLike(node)) return [node.text];
  if (ts.isParenthesizedExpression(node)) return wordsOf(source, node.expression);
  if (ts.isConditionalExpression(node)) {
    return together([wordsOf(source, node.whenTrue), wordsOf(source, node.whenFalse)]);
  }
  // What waits for staff goes by the name of its queue.
  if (ts.isPropertyAccessExpression(node) && node.name.text === "queue") return DESK_QUEUES;
  // It was written where the object was made, or where the function is called: read there.
  if (ts.isPropertyAccessExpression(node) && node.name.text === "action") return [];
  const table = ts.isElementAccessExpression(node) ? node.expression : node;
  if (!ts.isIdentifier(table)) return undefined;
  const binding = bindingOf(source, table.text);
  if (!binding) return undefined;
  if (!ts.isVariableDeclaration(binding)) return table.text === "action" ? [] : undefined;
  if (!binding.initializer) return undefined;
  if (!ts.isElementAccessExpression(node)) return wordsOf(source, binding.initializer);
  if (!ts.isObjectLiteralExpression(binding.initializer)) return undefined;
  return together(
    binding.initializer.properties.map((one) =>
      ts.isPropertyAssignment(one) ? wordsOf(source, one.initializer) : undefined,
    ),
  );
}

/** Properties of that name in what a file makes; a button of a letter has an `action`, too, which is an object. */
function written(source: Source, name: string): { value: ts.Expression; place: string }[] {
  return nodesOf(source).flatMap((node) => {
    const isProperty = ts.isPropertyAssignment(node) || ts.isShorthandPropertyAssignment(node);
    if (!isProperty || textOf(node.name) !== name) return [];
    return [{ value: ts.isPropertyAssignment(node) ? node.initializer : node.name, place: placeOf(source, node) }];
  });
}

/** Where functions take an action: by name of the function, the place of the parameter. */
function takersIn(source: Source): Map<string, number> {
  return new Map(
    nodesOf(source).flatMap((node): [string, number][] => {
      if (!ts.isFunctionDeclaration(node) || !node.name) return [];
      const at = node.parameters.findIndex((parameter) => textOf(parameter.name) === "action");
      return at < 0 ? [] : [[node.name.text, at]];
    }),
  );
}

const imports = (source: Source, name: string) =>
  nodesOf(source).some((node) => ts.isImportSpecifier(node) && node.name.text === name);

/** What the file hands to functions that take an action, its own and those that it imports. */
function given(source: Source, known: ReadonlyMap<string, number>): Written[] {
  const names = [...known.keys()].filter((name) => source.text.includes(name));
  if (names.length === 0) return [];
  const own = takersIn(source);
  const takers = new Map(
    [...known].filter(([name]) => names.includes(name) && (own.has(name) || imports(source, name))),
  );
  return nodesOf(source).flatMap((node): Written[] => {
    if (!ts.isCallExpression(node) || !ts.isIdentifier(node.expression)) return [];
    const { text } = node.expression;
    const at = own.get(text) ?? takers.get(text);
    const value = at === undefined ? undefined : node.arguments[at];
    return value ? [{ words: wordsOf(source, value), place: placeOf(source, node) }] : [];
  });
}

function actionsIn(sources: readonly Source[]): Written[] {
  const speaking = sources.filter(({ text }) => /\baction\b/.test(text));
  const known = new Map(speaking.flatMap((source) => [...takersIn(source)]));
  const made = speaking.flatMap((source) =>
    written(source, "action")
      .filter(({ value }) => !ts.isObjectLiteralExpression(value))
      .map(({ value, place }) => ({ words: wordsOf(source, value), place })),
  );
  return [...sources.flatMap((source) => given(source, known)), ...made];
}

/** A subject is written out as an object with a kind; the subject of a letter is a text. */
function kindsIn(sources: readonly Source[]): Written[] {
  const speaking = sources.filter(({ text }) => /\bsubject\b|recordAudit/.test(text));
  return speaking.flatMap((source) => {
    const made = written(source, "subject").flatMap(({ value, place }): Written[] => {
      if (!ts.isObjectLiteralExpression(value)) return [];
      const kind = value.properties.find((one) => textOf(one.name) === "kind");
      const words = kind && ts.isPropertyAssignment(kind) ? wordsOf(source, kind.initializer) : undefined;
      return [{ words, place }];
    });
    return [...made, ...unwritten(source)];
  });
}

/** Records of which the subject is neither written out nor one of those that are spread. */
function unwritten(source: Source): Written[] {
  return nodesOf(source).flatMap((node) => {
    if (!ts.isCallExpression(node) || textOf(node.expression) !== "recordAudit") return [];
    const event = node.arguments[1];
    const subject =
      event && ts.isObjectLiteralExpression(event)
        ? event.properties.find((one) => ts.isSpreadAssignment(one) || textOf(one.name) === "subject")
        : undefined;
    const isWritten =
      subject &&
      (ts.isSpreadAssignment(subject) ||
        (ts.isPropertyAssignment(subject) && ts.isObjectLiteralExpression(subject.initializer)));
    return isWritten ? [] : [{ words: undefined, place: placeOf(source, node) }];
  });
}

const nameless = (found: readonly Written[], names: Readonly<Record<string, unknown>>) =>
  found.flatMap(({ words, place }) =>
    (words ?? ["what cannot be read here"])
      .filter((word) => !Object.hasOwn(names, word))
      .map((word) => ({ word, place })),
  );

/** What is shown records nothing by itself, and its forms have an `action` of another kind. */
const sources = readSources("app", "db", "scripts").filter(({ file }) => !file.startsWith("app/ui/"));

describe("the audit log's words", () => {
  it("name every action that is recorded", () => {
    const found = actionsIn(sources);

    expect(new Set(found.flatMap(({ words }) => words ?? [])).size).toBeGreaterThan(60);
    expect(nameless(found, ACTION_NAMES)).toEqual([]);
  });

  it("name every kind of what actions are about", () => {
    const found = kindsIn(sources);

    expect(new Set(found.flatMap(({ words }) => words ?? [])).size).toBeGreaterThan(10);
    expect(nameless(found, KIND_NAMES)).toEqual([]);
  });

  const about = 'subject: { kind: "listing", id }';
  it.each([
    ["written out", `recordAudit(trx, { action: "paint-listing", ${about} });`],
    ["one of two", `recordAudit(trx, { action: isNew ? "edit-shop" : "paint-listing", ${about} });`],
    ["of a constant", `const action = "paint-listing"; recordAudit(trx, { action, ${about} });`],
    ["of a table", `const DEEDS = { a: "paint-listing" }; recordAudit(trx, { action: DEEDS[deed], ${about} });`],
    ["of a table's rows", `const ROWS = { a: { action: "paint-listing" } }; const { action } = ROWS[deed];`],
    ["handed on", `function note(trx, action) {} note(trx, "paint-listing");`],
    ["computed", `recordAudit(trx, { action: \`\${deed}-listing\`, ${about} });`],
    ["asked for elsewhere", `recordAudit(trx, { action: nameOf(deed), ${about} });`],
  ])("are missed for an action that is %s", (_how, code) => {
    expect(nameless(actionsIn([parseSource("a.ts", code)]), ACTION_NAMES)).toHaveLength(1);
  });

  it("are missed for an action that is handed on to another file", () => {
    const [taker, giver] = [
      parseSource("a.ts", `export function note(trx, action) {}`),
      parseSource("b.ts", `import { note } from "./a"; note(trx, "paint-listing");`),
    ];
    expect(nameless(actionsIn([taker, giver]), ACTION_NAMES)).toHaveLength(1);
  });

  it.each([
    ["written out", `recordAudit(trx, { action, subject: { kind: "paint", id } });`],
    ["computed", `recordAudit(trx, { action, subject: { kind: kindOf(id), id } });`],
    ["a constant's", `recordAudit(trx, { action, subject });`],
    ["another object's", `recordAudit(trx, event);`],
  ])("are missed for a kind that is %s", (_how, code) => {
    expect(nameless(kindsIn([parseSource("a.ts", code)]), KIND_NAMES)).toHaveLength(1);
  });

  it("are asked for by nothing else: the buttons and subjects of letters are other ones", () => {
    const letter = parseSource("a.ts", `send({ subject: m["a"](), action: { label: "Open", url } });`);
    expect([...actionsIn([letter]), ...kindsIn([letter])]).toEqual([]);
  });
});
