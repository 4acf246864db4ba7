import { sql } from "kysely";
import { engineAt } from "~/modules/search/current-engine.server";
import { rebuildSearch } from "~/modules/search/index.server";
import { refuseForeignDatabase } from "~/platform/db/claim.server";
import { openDatabase, type Db } from "~/platform/db/db.server";
import { markDatabase, migrateToLatest } from "~/platform/db/migrate.server";
import { localFiles } from "~/platform/files/local.server";
import type { Report } from "~/platform/processes/report.server";
import type { SearchEngine } from "~/platform/search-engine/port";
import { loadReferenceData } from "~db/reference/load";
import type { BenchCatalogue } from "./catalogue";
import { fillDatabase } from "./fill";
import { drawPictures, nameOnlyPictures } from "./pictures";
import type { BenchPicture } from "./publications";
import type { Stand } from "./stand";

export type Prepared = {
  catalogue: BenchCatalogue;
  /** Sets of pictures that the listings share. */
  pictures: readonly BenchPicture[][];
  /** Seconds of a rebuild: reading the catalogue into documents, and filling the engine's indexes with them. */
  rebuild: { readingSeconds: number; fillingSeconds: number };
};

/** Makes, fills and indexes the stand's database. */
export async function prepareData(
  stand: Stand,
  { listings, hasRealPictures }: { listings: number; hasRealPictures: boolean },
  report: Report,
): Promise<Prepared> {
  const db = openDatabase(stand.databaseUrl, 4);
  const { url, key, prefix } = stand.engine;
  const engine = engineAt(url, key, prefix);
  try {
    await report.step("Tables and reference data", async () => {
      await refuseForeignDatabase(db, "demo");
      await migrateToLatest(db, stand.databaseUrl);
      await markDatabase(db, "demo");
      await loadReferenceData(db);
    });
    const pictures = await report.step("Pictures", (progress) =>
      hasRealPictures
        ? drawPictures(db, localFiles(stand.filesFolder), (done, total) => progress(`${done} of ${total}`))
        : nameOnlyPictures(db),
    );
    const catalogue = await report.step(
      "Catalogue",
      (progress) =>
        fillDatabase(db, { listings, pictures, onProgress: (done, total) => progress(`${done} of ${total}`) }),
      (made) => `${made.listings.length} listings of ${made.sellers.length} sellers`,
    );
    await report.step("Statistics of the tables", () => sql`vacuum analyze`.execute(db));
    const rebuild = await report.step("Search documents and indexes", (progress) => rebuildTimed(db, engine, progress));
    await sql`vacuum analyze`.execute(db);
    return { catalogue, pictures, rebuild };
  } finally {
    engine.close();
    await db.destroy();
  }
}

async function rebuildTimed(
  db: Db,
  engine: SearchEngine,
  progress: (text: string) => void,
): Promise<Prepared["rebuild"]> {
  const started = performance.now();
  let filledFrom = started;
  const outcome = await rebuildSearch(
    db,
    (step, done, total) => {
      if (step === "reading") filledFrom = performance.now();
      progress(`${step} ${done} of ${total}`);
    },
    engine,
  );
  if (outcome !== "built") throw new Error(`the indexes were not built: ${outcome}`);
  return {
    readingSeconds: (filledFrom - started) / 1000,
    fillingSeconds: (performance.now() - filledFrom) / 1000,
  };
}
