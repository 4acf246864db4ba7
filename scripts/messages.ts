import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { contentStamp } from "~/platform/processes/content-stamp.server";
import { paraglideOptions, SERVER_MESSAGES } from "../messages.config";

const STAMP_FILE = "app/paraglide/.stamp";
const MADE_FROM = ["app/locales", "project.inlang/settings.json", "messages.config.ts", "scripts/messages.ts"];
const REGISTRY = "app/paraglide/registry.js";
const MADE = "new Intl.PluralRules(locale, options)";

/**
 * Compiles the message catalogues to `app/paraglide`, unless they are as they were at the last time. A page that is sent to a
 * browser picks single files; the server, which needs them all, and every test file load one in which they stand together.
 */
export async function compileMessages(): Promise<void> {
  const stamp = contentStamp(process.cwd(), MADE_FROM);
  if (existsSync(SERVER_MESSAGES) && existsSync(STAMP_FILE) && readFileSync(STAMP_FILE, "utf8") === stamp) return;
  // Loaded only when needed: it takes longer than the whole check.
  const [{ compile }, { build }] = await Promise.all([import("@inlang/paraglide-js"), import("esbuild")]);
  // Old files stay: a test run or a build beside us may be reading them.
  await compile({ ...paraglideOptions, cleanOutdir: false });
  keepPluralRules();
  await build({
    // With what knows the language: there has to be one of it.
    stdin: { contents: 'export * from "./messages.js"; export * from "./runtime.js";', resolveDir: "app/paraglide" },
    outfile: SERVER_MESSAGES,
    bundle: true,
    format: "esm",
    target: "es2022",
    minifyWhitespace: true,
    logLevel: "error",
  });
  writeFileSync(STAMP_FILE, stamp);
}

/**
 * Compiled messages with a number make an `Intl.PluralRules` at every call, which takes longer than all the rest of the
 * message; one per language serves as well.
 */
function keepPluralRules(): void {
  const code = readFileSync(REGISTRY, "utf8");
  if (!code.includes(MADE)) throw new Error(`${REGISTRY} makes its plural rules in another way`);
  const kept = code.replace(MADE, "(rules[locale + (options?.type ?? '')] ??= new Intl.PluralRules(locale, options))");
  writeFileSync(REGISTRY, `const rules = {};\n${kept}`);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) await compileMessages();
