import { readFileSync } from "node:fs";
import ts from "typescript";
import { describe, expect, it } from "vitest";
import { pathsFor } from "~/platform/http/paths";
import routes from "~/routes";
import { nodesOf, parseSource, placeOf, readSources, type Source } from "~tests/support/sources";

/** What an answer that is a file is made by. */
const IS_FILE = /\b(?:paperAnswer|csvAnswer|publicAnswer)\(|new Response\(/;
/** What the site's own scripts go to inside the page unless they are told that the browser does it. */
const INNER = new Set(["Link", "NavLink", "Form", "PressForm"]);
const BY_BROWSER = "reloadDocument";

const paths: Readonly<Record<string, (...given: string[]) => string>> = Object.fromEntries(
  Object.entries(pathsFor({ lang: "en", to: undefined, cur: undefined })).map(([name, path]) => [
    name,
    path as (...given: string[]) => string,
  ]),
);

const textOf = (file: string) => readFileSync(`app/${file}`, "utf8");
const isPage = (file: string) => /export default|export \{ default/.test(textOf(file));
const patternOf = (path: string) => new RegExp(`^/en/${path.replace(/^:lang\/?/, "").replace(/:\w+/g, "[^/]+")}$`);

/** Names in `paths` whose address is answered by one of the files. */
function namesFor(isMeant: (file: string) => boolean): string[] {
  const patterns = routes.filter(({ file }) => isMeant(file)).map(({ path = "" }) => patternOf(path));
  return Object.entries(paths).flatMap(([name, path]) => {
    const url = addressOf(path);
    return url !== undefined && patterns.some((pattern) => pattern.test(url)) ? [name] : [];
  });
}

/** An address with made-up parts; undefined where the parts are no texts. */
function addressOf(path: (...given: string[]) => string): string | undefined {
  try {
    return path("x", "x", "").split(/[?#]/)[0];
  } catch {
    return undefined;
  }
}

const opened = namesFor((file) => !isPage(file) && IS_FILE.test(textOf(file)));
/** Deeds that lead to a file; a browser that saves it leaves the page as it was, and the button seems dead. */
const leading = namesFor((file) =>
  opened.some((name) => new RegExp(`redirectWith\\([^;]*paths\\.${name}\\(`).test(textOf(file))),
);
const names = new Set(opened);

/** Links and forms of ours that lead to a file and leave it to the scripts. */
function findShownInside(source: Source): ts.Node[] {
  return nodesOf(source).filter((node) => {
    if (!ts.isJsxOpeningElement(node) && !ts.isJsxSelfClosingElement(node)) return false;
    if (!INNER.has(node.tagName.getText())) return false;
    const given = node.attributes.properties.filter(ts.isJsxAttribute);
    const called = given.flatMap(({ initializer }) => (initializer ? callsIn(initializer) : []));
    return called.some((name) => names.has(name)) && !given.some(({ name }) => name.getText() === BY_BROWSER);
  });
}

function callsIn(node: ts.Node): string[] {
  const own =
    ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression) ? [node.expression.name.text] : [];
  return [...own, ...node.getChildren().flatMap(callsIn)];
}

describe("a link or a form that leads to a file", () => {
  it("is known by its address", () => {
    expect(opened).toEqual(
      expect.arrayContaining(["orderDocument", "sellerOrderDocument", "payoutFile", "passportFile"]),
    );
  });

  it("is no deed: that leads to a page, which says what was done and links to the file", () => {
    expect(leading).toEqual([]);
  });

  it("is left to the browser: a script of ours would show an empty page", () => {
    const found = readSources("app/ui", "app/routes").flatMap((source) =>
      findShownInside(source).map((node) => placeOf(source, node)),
    );

    expect(found).toEqual([]);
  });

  it.each(["<Link to={paths.orderDocument(a, b)}>a</Link>", "<PressForm action={paths.orderDocument(a, b)} />"])(
    "is found where it is not: %s",
    (code) => {
      expect(findShownInside(parseSource("a.tsx", `const a = ${code};`))).toHaveLength(1);
    },
  );
});
