import { existsSync, readFileSync, writeFileSync } from "node:fs";
import type { RouteConfigEntry } from "@remix-run/route-config";
import prettier from "prettier";
import { z } from "zod";
import { compileMessages } from "./messages";

const FILE = "docs/closing-table.md";
const CRITERION_TEST = "tests/integration/export-readiness/criterion-sources.test.ts";
const RULE_TEST = "tests/integration/export-readiness/rule-sources.test.ts";

/** What the reference asks, what feeds it, where people see it, and the test that would notice if it did not. */
type Row = { id: string; fields: readonly string[]; screens: readonly string[]; test: string };

// The modules that hold the sources import compiled texts.
await compileMessages();
const { CRITERION_SOURCES } = await import("~/modules/export-readiness/sources/criterion-sources");
const { ruleSourceOf } = await import("~/modules/export-readiness/sources/rule-sources");
const { documentFieldSources } = await import("~/modules/documents");
const { default: routes } = await import("~/routes");
const { referenceRules } = await import("~db/reference/rules");
const criteria = z
  .looseObject({ criteria: z.array(z.looseObject({ id: z.string() })) })
  .parse(JSON.parse(readFileSync("db/reference/readiness-criteria.json", "utf8"))).criteria;
const forms = z
  .looseObject({
    forms: z.array(z.looseObject({ id: z.string(), fields: z.array(z.looseObject({ id: z.string() })) })),
  })
  .parse(JSON.parse(readFileSync("db/reference/document-fields.json", "utf8"))).forms;

const tables: Readonly<Record<string, Row[]>> = {
  Criteria: criteria.map(({ id }) => {
    const source = CRITERION_SOURCES[id];
    return { id, fields: source?.columns ?? [], screens: source ? [source.screen] : [], test: CRITERION_TEST };
  }),
  "Rules of the markets": referenceRules().map((rule) => {
    const { columns, screens } = ruleSourceOf(rule);
    return { id: rule.id, fields: columns, screens, test: RULE_TEST };
  }),
  "Fields of the documents": forms.flatMap(({ id: form, fields }) =>
    fields.map(({ id }): Row => {
      const source = documentFieldSources.find((one) => one.form === form && one.field === id);
      return {
        id: `${form} ${id}`,
        fields: source ? source.feeds.split(", ") : [],
        screens: source ? [source.shownIn] : [],
        test: source?.test ?? "",
      };
    }),
  ),
};

const problems = problemsIn(Object.values(tables).flat());
for (const problem of problems) process.stderr.write(`${problem}\n`);
if (problems.length > 0) process.exitCode = 1;
else writeOrVerify(await written());

/** Rows without a field, with a page that is not in the table of routes, or with a test that is not there. */
function problemsIn(rows: readonly Row[]): string[] {
  const addresses = addressesOf(routes);
  return rows.flatMap(({ id, fields, screens, test }) => [
    ...(fields.length === 0 ? [`${id}: no field feeds it`] : []),
    ...(screens.length === 0 ? [`${id}: nothing shows it`] : []),
    ...screens
      .filter((screen) => !screen.includes(".pdf") && !addresses.has(screen))
      .map((screen) => `${id}: there is no page ${screen}`),
    ...(existsSync(test) ? [] : [`${id}: there is no test ${test}`]),
  ]);
}

function addressesOf(entries: readonly RouteConfigEntry[]): Set<string> {
  return new Set(entries.flatMap(({ path }) => (path === undefined ? [] : [path.replace(/^:lang\//, "")])));
}

async function written(): Promise<string> {
  const parts = Object.entries(tables).map(([name, rows]) =>
    [
      `## ${name} (${rows.length})`,
      "| | fed by | shown | proved by |",
      "|---|---|---|---|",
      ...rows.map(
        ({ id, fields, screens, test }) => `| ${id} | ${code(fields)} | ${code(screens)} | ${code([test])} |`,
      ),
    ].join("\n"),
  );
  const head = [
    "# What feeds each criterion, rule and field, and where it is seen",
    "Written by `node --import tsx scripts/closing-table.ts` from the code that judges and prints; `npm run check` fails for a row without a field, a page or a test, and when this file is stale.",
  ];
  const options = await prettier.resolveConfig(FILE);
  return prettier.format([...head, ...parts].join("\n\n"), { ...options, parser: "markdown" });
}

function code(words: readonly string[]): string {
  return words.map((word) => `\`${word}\``).join(" ");
}

function writeOrVerify(text: string): void {
  if (!process.argv.includes("--verify")) return writeFileSync(FILE, text);
  if (existsSync(FILE) && readFileSync(FILE, "utf8") === text) return;
  process.stderr.write(`${FILE} is stale: run node --import tsx scripts/closing-table.ts\n`);
  process.exitCode = 1;
}
