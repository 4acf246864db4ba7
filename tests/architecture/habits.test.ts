import ts from "typescript";
import { describe, expect, it } from "vitest";
import { nodesOf, parseSource, placeOf, readSources, type Source } from "~tests/support/sources";

type Finder = (source: Source) => ts.Node[];

/** Looks only at files in which the words stand at all. */
const where =
  (words: RegExp, isFound: (node: ts.Node) => boolean): Finder =>
  (source) =>
    words.test(source.text) ? nodesOf(source).filter(isFound) : [];

const isNamed = (node: ts.Node, name: string) => ts.isIdentifier(node) && node.text === name;

const findSelectAll = where(
  /selectAll/,
  (node) => ts.isPropertyAccessExpression(node) && node.name.text === "selectAll",
);

const findEnvironment = where(
  /process/,
  (node) =>
    (ts.isPropertyAccessExpression(node) && isNamed(node.expression, "process") && node.name.text === "env") ||
    // const { env } = process
    (ts.isVariableDeclaration(node) && node.initializer !== undefined && isNamed(node.initializer, "process")),
);

const SQL_NOW =
  /\b(?:now\(\)|current_timestamp|current_date|localtimestamp|clock_timestamp\(\)|statement_timestamp\(\))/i;

/** Reads of the true time: `new Date()`, `Date.now()`, and SQL's own in texts. */
const findTrueTime = where(/\bDate\b|now\(|_timestamp|current_date|localtimestamp/i, (node) => {
  if (ts.isNewExpression(node)) return isNamed(node.expression, "Date") && (node.arguments ?? []).length === 0;
  if (ts.isPropertyAccessExpression(node)) return isNamed(node.expression, "Date") && node.name.text === "now";
  const isText = ts.isStringLiteral(node) || ts.isTemplateLiteralToken(node);
  return isText && SQL_NOW.test(node.text);
});

const placesOf = (find: Finder, sources: readonly Source[]) =>
  sources.flatMap((source) => find(source).map((node) => placeOf(source, node)));
const filesOf = (find: Finder, sources: readonly Source[]) => [
  ...new Set(sources.filter((source) => find(source).length > 0).map(({ file }) => file)),
];

describe("a query", () => {
  it("names its columns", () => {
    expect(placesOf(findSelectAll, readSources("app", "db", "scripts"))).toEqual([]);
  });

  it("that names none is found", () => {
    expect(findSelectAll(parseSource("a.ts", `db.selectFrom("users").selectAll().execute();`))).toHaveLength(1);
  });
});

describe("the environment", () => {
  /** Everything else asks `env`, which knows every setting and refuses wrong ones. */
  const MAY_READ: Readonly<Record<string, string>> = {
    "app/platform/env.server.ts": "makes the settings of it",
    "app/platform/db/embedded/cluster.server.ts": "hands it to a child process",
    "app/platform/db/embedded/data-folder.server.ts": "hands it to a child process",
    "app/platform/search-engine/embedded/meilisearch.server.ts": "hands it to a child process",
    "app/platform/search-engine/embedded/binary.server.ts": "looks for a program on the PATH",
    "app/platform/stripe/sandbox/main.server.ts": "is a process of its own, which has no settings of the site",
    "app/platform/processes/parts.server.ts": "hands it to a child process",
    "app/platform/processes/demo-runner.server.ts": "checks the person's settings before there are any of ours",
    "app/platform/processes/demo-settings.server.ts": "makes the settings of the demo's processes",
  };

  it("is read where settings are made and processes are started, and nowhere else", () => {
    expect(filesOf(findEnvironment, readSources("app", "db")).toSorted()).toEqual(Object.keys(MAY_READ).toSorted());
  });

  it.each(["const url = process.env.DATABASE_URL;", 'process.env["A"] = "b";', "const { env } = process;"])(
    "is found to be read by %s",
    (code) => {
      expect(findEnvironment(parseSource("a.ts", code))).toHaveLength(1);
    },
  );
});

describe("the time", () => {
  /** Decisions read `clock()`, which demo and tests can move. */
  const MAY_READ: Readonly<Record<string, string>> = {
    "app/platform/clock.server.ts": "is the clock",
    "app/platform/http/openers.server.ts": "sessions go by the true time: the library that makes them knows no other",
    "app/platform/http/page-cache.server.ts": "measures how long an answer was kept; nobody moves that",
    "app/platform/http/throttle.server.ts": "the library that counts tries goes by the true time",
    "app/platform/jobs/gone-workers.server.ts":
      "the queue's locks bear the database's time, which a moved clock does not move",
    "app/modules/accounts/login.server.ts": "sessions go by the true time: the library that makes them knows no other",
    "app/modules/search/outbox.server.ts": "a lease between processes goes by the database's time, whatever theirs is",
    "app/modules/search/rebuild.server.ts": "a lease between processes goes by the database's time, whatever theirs is",
    "app/modules/search/jobs.server.ts": "the queue's own time, which a moved clock does not move",
  };

  it("is read from the clock, and from nothing else", () => {
    const sources = readSources("app/modules", "app/platform", "app/routes", "db/seed", "db/reference");
    expect(filesOf(findTrueTime, sources).toSorted()).toEqual(Object.keys(MAY_READ).toSorted());
  });

  it.each([
    "const now = new Date();",
    "const now = new Date;",
    "const at = Date.now();",
    "const read = Date.now;",
    "sql`select id from orders where expires_at < now()`",
    "sql`select ${id} where expires_at < current_timestamp and ${rest}`",
    'const text = "current_date";',
  ])("is found to be read by %s", (code) => {
    expect(findTrueTime(parseSource("a.ts", code))).toHaveLength(1);
  });

  it.each(["new Date(row.createdAt)", "const a = performance.now();", "/* now() */ const b = 1;"])(
    "is not read by %s",
    (code) => {
      expect(findTrueTime(parseSource("a.ts", code))).toEqual([]);
    },
  );
});
