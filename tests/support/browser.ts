import { execFileSync } from "node:child_process";
import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";
import { pathToFileURL } from "node:url";

export type BrowserLaunch = { executablePath: string; args: string[]; origin: string };

const SYSTEM_NAMES = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome"];
const ARGUMENTS = ["--no-sandbox", "--disable-dev-shm-usage"];

/**
 * The browser of the e2e suite: `CHROMIUM_PATH`, else the system's Chromium, else the one that comes by npm.
 *
 * @returns undefined when this machine has none of them
 */
export async function findBrowser(): Promise<BrowserLaunch | undefined> {
  const named = process.env.CHROMIUM_PATH;
  if (named) return { executablePath: named, args: ARGUMENTS, origin: "CHROMIUM_PATH" };
  const installed = (process.env.PATH ?? "")
    .split(delimiter)
    .flatMap((folder) => SYSTEM_NAMES.map((name) => join(folder, name)))
    .find(isExecutable);
  if (installed) return { executablePath: installed, args: ARGUMENTS, origin: "system" };
  return await findPackagedBrowser();
}

async function findPackagedBrowser(): Promise<BrowserLaunch | undefined> {
  if (process.platform !== "linux" || process.arch !== "x64") return undefined;
  // Read when the package is loaded: it makes it unpack the libraries that a bare machine lacks.
  process.env.AWS_LAMBDA_JS_RUNTIME ??= "nodejs20.x";
  const { default: chromium } = await import("@sparticuz/chromium");
  // Our own arguments, not the package's: its defaults switch web security off.
  return { executablePath: await chromium.executablePath(), args: ARGUMENTS, origin: "npm" };
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Starts the browser for its version only: a missing library shows here and not in the first test. */
async function showBrowser(): Promise<void> {
  const browser = await findBrowser();
  if (!browser) throw new Error("No Chromium on this machine, and none comes by npm for it");
  const version = execFileSync(browser.executablePath, ["--version", ...browser.args], { encoding: "utf8" }).trim();
  process.stdout.write(`${version} (${browser.origin}: ${browser.executablePath})\n`);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) await showBrowser();
