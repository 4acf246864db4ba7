import { readFileSync, rmSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { lastLogLines, startChild } from "~/platform/processes/child.server";
import type { Guard } from "~/platform/processes/guard.server";
import { findBrowser } from "~tests/support/browser";
import { spreadOf, type Spread } from "./statistics";

const CATEGORIES = ["performance", "accessibility", "best-practices", "seo"] as const;
export type Category = (typeof CATEGORIES)[number];

export type LighthouseResult = { name: string; scores: Record<Category, Spread>; layoutShift: Spread };

/** Everything but production tells crawlers to keep out, and so does a search; that says nothing about the page. */
const CRAWLING = "is-crawlable";

type Options = {
  url: string;
  name: string;
  runs: number;
  folder: string;
  guard: Guard;
  /** Told of each run that failed; it is made again. */
  onFailure: (words: string) => void;
};

/** A browser that is slow to start or ends early says nothing about the page. More failures than this do. */
const FORGIVEN = 3;

type Sheet = {
  categories: Record<string, { score: number | null } | undefined>;
  audits: Record<string, { numericValue?: number } | undefined>;
};

/**
 * Scores of a page on a mobile with Lighthouse's own slow network and processor, the median of several runs.
 *
 * @returns undefined when this machine has no browser, or none that stays
 */
export async function lighthouseOf({
  url,
  name,
  runs,
  folder,
  guard,
  onFailure,
}: Options): Promise<LighthouseResult | undefined> {
  const browser = await findBrowser();
  if (!browser) return undefined;
  mkdirSync(folder, { recursive: true });
  const sheets: Sheet[] = [];
  for (let run = 0; sheets.length < runs; run += 1) {
    if (run === runs + FORGIVEN) return undefined;
    const file = join(folder, `${name}-${run}.json`);
    const child = await startChild({
      name: "lighthouse",
      command: process.execPath,
      args: [
        "node_modules/lighthouse/cli/index.js",
        ...[url, "--output=json", `--output-path=${file}`, "--quiet", `--only-categories=${CATEGORIES.join(",")}`],
        `--skip-audits=${CRAWLING}`,
        `--chrome-flags=${["--headless=new", ...browser.args].join(" ")}`,
      ],
      env: { ...process.env, CHROME_PATH: browser.executablePath, NODE_ENV: "production" },
      logFile: join(folder, "lighthouse.log"),
      stopSignal: "SIGTERM",
      graceMs: 5_000,
      guard,
    });
    const { code } = await child.exited;
    if (code !== 0) {
      onFailure(lastLogLines(child.logFile, 5));
      continue;
    }
    sheets.push(JSON.parse(readFileSync(file, "utf8")) as Sheet);
    rmSync(file);
  }
  const score = (category: Category) =>
    spreadOf(sheets.map(({ categories }) => Math.round((categories[category]?.score ?? 0) * 100)));
  return {
    name,
    scores: {
      performance: score("performance"),
      accessibility: score("accessibility"),
      "best-practices": score("best-practices"),
      seo: score("seo"),
    },
    layoutShift: spreadOf(sheets.map(({ audits }) => audits["cumulative-layout-shift"]?.numericValue ?? 0)),
  };
}
