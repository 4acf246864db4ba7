import { join } from "node:path";
import type { Guard } from "~/platform/processes/guard.server";
import type { Report } from "~/platform/processes/report.server";
import { bytesOfPage, type PageBytes } from "./bytes";
import { frameworkBytes } from "./framework-bytes";
import { lighthouseOf, type LighthouseResult } from "./lighthouse";
import type { Part } from "./options";
import type { Prepared } from "./prepare";
import type { Stand } from "./stand";

export type PagesResult = { framework: number; pages: PageBytes[]; lighthouse: LighthouseResult[] };

const LIGHTHOUSE_RUNS = 5;

type Options = { stand: Stand; prepared: Prepared; only: ReadonlySet<Part>; guard: Guard; report: Report };

/** What a browser gets: bytes of the pages, and Lighthouse's opinion of them. */
export async function measurePages({
  stand,
  prepared,
  only,
  guard,
  report,
}: Options): Promise<PagesResult | undefined> {
  if (!only.has("bytes") && !only.has("lighthouse")) return undefined;
  // As in production, with its page cache.
  const web = await stand.startWeb("pages-web", { PAGE_CACHE: "on" });
  const { listings, sellers } = prepared.catalogue;
  const addresses = [
    ["home", "/az"],
    ["search", "/az/search?q=mis"],
    ["listing", `/az/listings/${listings[0]?.slug ?? ""}`],
    ["seller", `/az/sellers/${sellers[0]?.slug ?? ""}`],
  ] as const;
  const result: PagesResult = { framework: 0, pages: [], lighthouse: [] };
  if (only.has("bytes")) {
    await report.step("Bytes of the pages", async () => {
      result.framework = await frameworkBytes();
      for (const [name, path] of addresses) result.pages.push(await bytesOfPage(web.url, name, path));
    });
  }
  if (only.has("lighthouse")) {
    for (const [name, path] of addresses) {
      const folder = join(stand.filesFolder, "../lighthouse");
      const outcome = (one: LighthouseResult | undefined) => (one ? "" : "not measured: no Chromium that runs here");
      const onFailure = (words: string) => report.line(`     a run failed and is made again: ${words}`);
      const found = await report.step(
        `Lighthouse, ${name}, ${LIGHTHOUSE_RUNS} runs`,
        () => lighthouseOf({ url: `${web.url}${path}`, name, runs: LIGHTHOUSE_RUNS, folder, guard, onFailure }),
        outcome,
      );
      if (found) result.lighthouse.push(found);
    }
  }
  await web.child.stop();
  return result;
}
