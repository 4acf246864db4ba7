import { readdirSync, readFileSync } from "node:fs";
import ts from "typescript";
import { describe, expect, it } from "vitest";
import { LOCALES } from "~/platform/i18n/locales";
import inlang from "../../project.inlang/settings.json";
import { importsFrom, nodesOf, parseSource, placeOf, readSources, type Source } from "~tests/support/sources";

type Variants = { declarations?: string[]; match: Record<string, string> };
type Messages = Record<string, string | Variants[]>;

const rooms = readdirSync("app/locales/az").map((name) => name.replace(".json", ""));
const messagesOf = (locale: string, room: string) =>
  JSON.parse(readFileSync(`app/locales/${locale}/${room}.json`, "utf8")) as Messages;

/** Parameters of a message, whatever forms it has. */
function parametersOf(message: string | Variants[] | undefined): string[] {
  const texts = typeof message === "string" ? [message] : (message ?? []).flatMap(({ match }) => Object.values(match));
  const inputs = typeof message === "string" ? [] : (message ?? []).flatMap(({ declarations = [] }) => declarations);
  const found = [
    ...texts.flatMap((text) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => name)),
    ...inputs.flatMap((text) => /^input (\w+)/.exec(text)?.[1] ?? []),
  ];
  return [...new Set(found)].toSorted();
}

type Use = { key: string | undefined; place: string };

/** Keys that a file asks for; a computed one has no key. */
function usesOf(source: Source): Use[] {
  if (!source.text.includes("~/paraglide/messages.js")) return [];
  if (!importsFrom(source, "~/paraglide/messages.js").includes("m")) return [];
  return nodesOf(source).flatMap((node): Use[] => {
    if (!ts.isIdentifier(node) || node.text !== "m" || ts.isImportSpecifier(node.parent)) return [];
    const { parent } = node;
    if (ts.isPropertyAccessExpression(parent) && parent.name === node) return [];
    if (ts.isPropertyAssignment(parent) && parent.name === node) return [];
    const isWritten =
      ts.isElementAccessExpression(parent) &&
      parent.expression === node &&
      ts.isStringLiteral(parent.argumentExpression);
    const key = isWritten && ts.isStringLiteral(parent.argumentExpression) ? parent.argumentExpression.text : undefined;
    return [{ key, place: placeOf(source, node) }];
  });
}

const uses = readSources("app").flatMap(usesOf);
const keys = rooms.flatMap((room) => Object.keys(messagesOf("az", room)));

describe("messages", () => {
  it("lie in the same files for every language, and each of them is compiled", () => {
    for (const locale of LOCALES) {
      expect(readdirSync(`app/locales/${locale}`).toSorted()).toEqual(rooms.map((room) => `${room}.json`).toSorted());
    }
    const compiled = inlang["plugin.inlang.messageFormat"].pathPattern;
    expect(compiled.toSorted()).toEqual(rooms.map((room) => `./app/locales/{locale}/${room}.json`).toSorted());
  });

  it.each(rooms)("of %s have the same keys in every language", (room) => {
    const own = Object.keys(messagesOf("az", room)).toSorted();
    for (const locale of LOCALES) expect(Object.keys(messagesOf(locale, room)).toSorted()).toEqual(own);
  });

  it.each(rooms)("of %s take the same parameters in every language", (room) => {
    const parameters = (locale: string) =>
      Object.entries(messagesOf(locale, room)).map(([key, message]) => [key, parametersOf(message)]);
    const own = Object.fromEntries(parameters("az"));
    for (const locale of LOCALES) expect(Object.fromEntries(parameters(locale))).toEqual(own);
  });

  it("have a key each", () => {
    expect(keys.filter((key, at) => keys.indexOf(key) !== at)).toEqual([]);
  });

  it("are all asked for somewhere", () => {
    const asked = new Set(uses.map(({ key }) => key));
    expect(keys.filter((key) => !asked.has(key))).toEqual([]);
  });

  it("are all there", () => {
    const known = new Set(keys);
    expect(uses.filter(({ key }) => key !== undefined && !known.has(key))).toEqual([]);
  });

  it("are asked for by a written key: a computed one would send every message to the browser", () => {
    expect(uses.length).toBeGreaterThan(100);
    expect(uses.filter(({ key }) => key === undefined)).toEqual([]);
  });

  it.each([
    ["a computed key", "m[name]()"],
    ["a joined key", "m[`search.${name}`]()"],
    ["all of them", "Object.keys(m)"],
    ["a property", "m.title()"],
  ])("are found when code asks for %s", (_what, code) => {
    const source = parseSource("app/ui/example.tsx", `import { m } from "~/paraglide/messages.js"; ${code}`);
    expect(usesOf(source)).toMatchObject([{ key: undefined }]);
  });
});
