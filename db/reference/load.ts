import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { sql, type Kysely, type QueryExecutorProvider } from "kysely";
import { clock } from "~/platform/clock.server";
import { writeRows } from "../bulk";
import { readCsv } from "./csv";
import { offerReadinessModel } from "./readiness";
import {
  categoryRows,
  defaultRouteRows,
  destinationRows,
  hsCodeRows,
  incotermRows,
  marketRows,
  namedRows,
  regionRows,
  type TableRows,
} from "./rows";
import { categoriesFile, defaultRoutesFile, destinationsFile, marketsFile, materialsFile, regionsFile, techniquesFile } from "./schema";

type ReferenceFile = {
  name: string;
  /** Where the facts are from; the files themselves name a source per entry where it matters. */
  source: string;
  asOf: string;
  rowsOf: (content: string) => TableRows[];
  /** For what does not simply replace the rows that are there. */
  publish?: (db: QueryExecutorProvider, content: string, now: Date) => Promise<void>;
};

const COMPILED = "2026-11-23";

/** In an order that satisfies the references between their tables. */
const REFERENCE_FILES: readonly ReferenceFile[] = [
  {
    name: "regions.json",
    source: "Presidential decree of 7 July 2021; UNESCO lists of intangible heritage; postal codes; list of geographical indications",
    asOf: COMPILED,
    rowsOf: (content) => regionRows(regionsFile.parse(JSON.parse(content))),
  },
  {
    name: "categories.json",
    source: "2009 UNESCO Framework for Cultural Statistics; EBOPS 2010 and CPC 2.1 codes unconfirmed",
    asOf: COMPILED,
    rowsOf: (content) => categoryRows(categoriesFile.parse(JSON.parse(content))),
  },
  {
    name: "techniques.json",
    source: "policy: closed list of craft techniques",
    asOf: COMPILED,
    rowsOf: (content) => namedRows("techniques", "technique", techniquesFile.parse(JSON.parse(content)).techniques),
  },
  {
    name: "materials.json",
    source: "policy: closed list of materials",
    asOf: COMPILED,
    rowsOf: (content) => namedRows("materials", "material", materialsFile.parse(JSON.parse(content)).materials),
  },
  {
    name: "hs-creative.csv",
    source: "datasets/harmonized-system (UN Comtrade, PDDL), HS 2022; flags are policy",
    asOf: "HS 2022",
    rowsOf: (content) => hsCodeRows(readCsv(content)),
  },
  {
    name: "incoterms.csv",
    source: "datasets/ICC-Incoterms; Incoterms 2020",
    asOf: "2020",
    rowsOf: (content) => incotermRows(readCsv(content)),
  },
  {
    name: "markets.json",
    source: "a source and an as-of date per rule",
    asOf: COMPILED,
    rowsOf: (content) => marketRows(marketsFile.parse(JSON.parse(content))),
  },
  {
    name: "destinations.json",
    source: "ISO 3166-1, ISO 4217; membership of the European Union",
    asOf: "2026-11-24",
    rowsOf: (content) => destinationRows(destinationsFile.parse(JSON.parse(content))),
  },
  {
    name: "default-routes.json",
    source: "draft of the Federation; no tariff of any carrier",
    asOf: "2026-11-24",
    rowsOf: (content) => defaultRouteRows(defaultRoutesFile.parse(JSON.parse(content))),
  },
  {
    name: "readiness-criteria.json",
    source: "a source per criterion; weights, thresholds and validity periods are policy",
    asOf: COMPILED,
    rowsOf: () => [],
  },
];

/** Raised when the code above maps a file to other rows, so that unchanged files are written again. */
const MAPPING = "1";

/**
 * Writes the reference data of this folder, in production too. A file that is already loaded as it is costs one look;
 * what left a file stays in the database, since rows may refer to it.
 *
 * @returns names of the files that were written
 */
export async function loadReferenceData<Schema>(db: Kysely<Schema>, now = clock()): Promise<string[]> {
  const files = REFERENCE_FILES.map((file) => {
    const content = readFileSync(new URL(file.name, import.meta.url), "utf8");
    return { ...file, content, sha256: createHash("sha256").update(`${MAPPING}\n${content}`).digest("hex") };
  });
  return db.transaction().execute(async (trx) => {
    // Two processes that start together would otherwise write the same rows in different orders.
    await sql`select pg_advisory_xact_lock(hashtext('reference data'))`.execute(trx);
    const loaded = await sql<{ name: string; sha256: string }>`select name, sha256 from reference_loads`.execute(trx);
    const known = new Map(loaded.rows.map(({ name, sha256 }) => [name, sha256]));
    const changed = files.filter(({ name, sha256 }) => known.get(name) !== sha256);
    for (const { name, source, asOf, sha256, content, rowsOf, publish } of changed) {
      for (const { table, key, rows } of rowsOf(content)) await writeRows(trx, table, rows, { key });
      await publish?.(trx, content, now);
      const load = { name, as_of: asOf, source, sha256, loaded_at: now.toISOString() };
      await writeRows(trx, "reference_loads", [load], { key: ["name"] });
    }
    await offerReadinessModel(trx, now);
    return changed.map(({ name }) => name);
  });
}
