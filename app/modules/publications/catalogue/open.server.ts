import { countryName } from "~/modules/catalog/index.server";
import { m } from "~/paraglide/messages.js";
import { dayInBaku } from "~/platform/calendar";
import { clock } from "~/platform/clock.server";
import type { Db } from "~/platform/db/db.server";
import type { FileStore } from "~/platform/files/port";
import type { Reader } from "~/platform/i18n/reader";
import { done, refused, type Result } from "~/platform/result";
import { MOST_LISTINGS, type CatalogueFormat, type CatalogueRefusal, type EditionState } from "../types";
import { catalogueAsJson } from "./as-json.server";
import { digestOf, readCatalogue, type Catalogue } from "./content.server";
import { askForCatalogue, findEdition, readEdition } from "./editions.server";
import { makeLineSheet } from "./line-sheet.server";
import { findCatalogueRequest, type CatalogueOf } from "./request.server";

export type CatalogueQuestion = { of: CatalogueOf; reader: Reader; origin: string };

/** The page from which a catalogue is asked for and fetched. */
export type CataloguePage = {
  title: string;
  count: number;
  /** There is more than one catalogue holds. */
  isFull: boolean;
  country: string;
  edition: EditionState;
};

type Found = {
  request: NonNullable<Awaited<ReturnType<typeof findCatalogueRequest>>>;
  catalogue: Catalogue | undefined;
};

async function findCatalogue(db: Db, { of, reader, origin }: CatalogueQuestion): Promise<Found | undefined> {
  const today = dayInBaku(clock());
  const request = await findCatalogueRequest(db, { of, reader, today });
  return request && { request, catalogue: await readCatalogue(db, { request, origin, today }) };
}

/** @returns undefined when the public sees no such seller or collection */
export async function openCatalogue(db: Db, question: CatalogueQuestion): Promise<CataloguePage | undefined> {
  const found = await findCatalogue(db, question);
  if (!found) return undefined;
  const { catalogue } = found;
  return {
    title: catalogue?.title ?? m["publications.page.own"](),
    count: catalogue?.entries.length ?? 0,
    isFull: found.request.listingIds.length === MOST_LISTINGS,
    country: countryName(question.reader.destination, question.reader.lang),
    edition: catalogue ? await findEdition(db, digestOf(catalogue)) : { status: "none" },
  };
}

/** Has the printed catalogue set, unless it is there or on its way. */
export async function orderCatalogue(
  db: Db,
  question: CatalogueQuestion,
  clientAddress: string,
): Promise<Result<null, CatalogueRefusal | "catalogue-missing">> {
  const found = await findCatalogue(db, question);
  if (!found) return refused("catalogue-missing");
  const { request, catalogue } = found;
  if (!catalogue) return refused("nothing-to-show");
  const listingIds = catalogue.entries.map(({ listingId }) => listingId);
  const asked = { request: { ...request, listingIds }, digest: digestOf(catalogue), clientAddress };
  return askForCatalogue(db, asked);
}

export type CatalogueFile = { body: Uint8Array<ArrayBuffer> | string; type: string };

const TYPES = {
  pdf: "application/pdf",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  json: "application/json; charset=utf-8",
} as const satisfies Record<CatalogueFormat, string>;

/** A catalogue as a file; `not-ready` where its PDF has to be asked for first. */
export async function readCatalogueFile(
  db: Db,
  files: FileStore,
  question: CatalogueQuestion & { format: CatalogueFormat },
): Promise<Result<CatalogueFile, "catalogue-missing" | "not-ready">> {
  const found = await findCatalogue(db, question);
  if (!found) return refused("catalogue-missing");
  const { catalogue } = found;
  const type = TYPES[question.format];
  if (!catalogue) return refused("not-ready");
  if (question.format === "json") return done({ type, body: catalogueAsJson(catalogue, question.origin) });
  if (question.format === "xlsx") return done({ type, body: new Uint8Array(await makeLineSheet(catalogue)) });
  const bytes = await readEdition(db, files, digestOf(catalogue));
  return bytes ? done({ type, body: new Uint8Array(bytes) }) : refused("not-ready");
}

const ADDRESS = /^\/[a-z]{2}\/(sellers|collections)\/([a-z0-9-]+)\/catalogue(?:\.(pdf|xlsx|json))?$/;

/** What a public address asks for: whose catalogue, and as which file. */
export function catalogueAt(
  pathname: string,
): { of: CatalogueOf & { slug: string }; format: CatalogueFormat | undefined } | undefined {
  const [, places, slug, ending] = ADDRESS.exec(pathname) ?? [];
  if (slug === undefined) return undefined;
  const format = (["pdf", "xlsx", "json"] as const).find((one) => one === ending);
  return { of: { kind: places === "sellers" ? "seller" : "collection", slug }, format };
}
