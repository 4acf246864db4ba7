import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { contentStamp } from "~/platform/processes/content-stamp.server";
import { paraglideOptions } from "../messages.config";

const STAMP_FILE = "app/paraglide/.stamp";

/** Compiles the message catalogues to `app/paraglide`, unless they are as they were at the last time. */
export async function compileMessages(): Promise<void> {
  const stamp = contentStamp(process.cwd(), ["app/locales", "project.inlang/settings.json", "messages.config.ts"]);
  if (existsSync("app/paraglide/runtime.js") && existsSync(STAMP_FILE) && readFileSync(STAMP_FILE, "utf8") === stamp)
    return;
  // Loaded only when needed: it takes longer than the whole check.
  const { compile } = await import("@inlang/paraglide-js");
  // Old files stay: a test run or a build beside us may be reading them.
  await compile({ ...paraglideOptions, cleanOutdir: false });
  writeFileSync(STAMP_FILE, stamp);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) await compileMessages();
