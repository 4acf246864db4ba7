import ts from "typescript";
import { expect, it } from "vitest";
import { parseSource, readSources, type Source } from "~tests/support/sources";

/** Lines with code: blank ones and comments do not count. */
function countLines({ tree, text }: Source): number {
  const lines = new Set<number>();
  const note = (from: number, to: number) => {
    const first = tree.getLineAndCharacterOfPosition(from).line;
    const last = tree.getLineAndCharacterOfPosition(to).line;
    for (let line = first; line <= last; line += 1) lines.add(line);
  };
  const visit = (node: ts.Node) => {
    const children = node.getChildren(tree);
    if (children.length > 0) return children.forEach(visit);
    if (node.getWidth(tree) > 0 && !ts.isJSDoc(node)) note(node.getStart(tree), node.getEnd());
  };
  visit(tree);
  return [...lines].filter((line) => (text.split("\n")[line] ?? "").trim() !== "").length;
}

const LIMITS: readonly { what: RegExp; most: number }[] = [
  { what: /^app\/routes\//, most: 150 },
  { what: /^app\/ui\//, most: 200 },
  { what: /^app\//, most: 250 },
  { what: /^tests\//, most: 300 },
];
const limitOf = (file: string) => LIMITS.find(({ what }) => what.test(file))?.most ?? Number.POSITIVE_INFINITY;

it("no file has more lines than a reader can hold: 150 a route, 200 a component, 250 others, 300 a test", () => {
  const sources = readSources("app", "tests");
  // Only a file that is long with its comments can be long without them.
  const long = sources.filter(({ file, text }) => text.split("\n").length > limitOf(file));
  const counted = long.map((source) => ({ file: source.file, lines: countLines(source) }));

  expect(sources.length).toBeGreaterThan(100);
  expect(counted.filter(({ file, lines }) => lines > limitOf(file))).toEqual([]);
});

it("counts code, and neither blank lines nor comments", () => {
  const text = ["/** What", " * it is. */", "", "// why", "const a = `one", "", "two`; // three", "/* four */ a;", ""];
  expect(countLines(parseSource("a.ts", text.join("\n")))).toBe(3);
});
