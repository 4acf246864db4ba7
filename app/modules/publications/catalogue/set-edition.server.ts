import { dayInBaku } from "~/platform/calendar";
import { clock } from "~/platform/clock.server";
import type { Db } from "~/platform/db/db.server";
import type { FileStore } from "~/platform/files/port";
import { runWithLocale } from "~/platform/i18n/locale.server";
import { setPdf } from "~/platform/pdf/set-pdf.server";
import type { CatalogueRequest } from "../types";
import { digestOf, readCatalogue, type Catalogue } from "./content.server";
import { editionKey } from "./editions.server";
import { gatherPictures } from "./pictures.server";
import { sheetOf } from "./sheet.server";

/** Three hundred listings take a fraction of it. */
const PATIENCE_MS = 120_000;

type Surroundings = { origin: string; signal: AbortSignal | undefined };

/**
 * Sets the catalogue of an edition. When its content has changed since it was asked for, the edition is forgotten: the
 * page shows that of the new content.
 */
export async function setCatalogue(
  db: Db,
  files: FileStore,
  editionId: string,
  { origin, signal }: Surroundings,
): Promise<void> {
  const edition = await db
    .selectFrom("catalogueEditions")
    .select(["digest", "request", "status"])
    .where("id", "=", editionId)
    .executeTakeFirst();
  if (!edition || edition.status === "ready") return;
  // Written by `askForCatalogue` alone.
  const request = edition.request as CatalogueRequest;
  await runWithLocale(request.lang, async () => {
    const catalogue = await readCatalogue(db, { request, origin, today: dayInBaku(clock()) });
    if (!catalogue || digestOf(catalogue) !== edition.digest) {
      await db.deleteFrom("catalogueEditions").where("id", "=", editionId).execute();
      return;
    }
    try {
      await setOne(db, files, { editionId, digest: edition.digest, catalogue, signal });
    } catch (error) {
      await note(db, editionId, { status: signal?.aborted ? "waiting" : "failed" });
      throw error;
    }
  });
}

type Work = { editionId: string; digest: string; catalogue: Catalogue; signal: AbortSignal | undefined };

async function setOne(db: Db, files: FileStore, { editionId, digest, catalogue, signal }: Work): Promise<void> {
  await note(db, editionId, { status: "gathering", gatheredCount: 0 });
  const pictures = await gatherPictures(db, files, catalogue, {
    signal,
    onProgress: (gatheredCount) => note(db, editionId, { gatheredCount }),
  });
  await note(db, editionId, { status: "setting", gatheredCount: catalogue.entries.length });
  const { default: template } = await import("./catalogue.typ?raw");
  const order = { template, data: sheetOf(catalogue, pictures), pictures };
  const pdf = await setPdf(order, { signal, patienceMs: PATIENCE_MS });
  if (!pdf.ok) return note(db, editionId, { status: "failed", refusal: pdf.refusal });
  await files.put(editionKey(digest), pdf.value, "application/pdf");
  await note(db, editionId, { status: "ready", byteCount: pdf.value.length, readyAt: clock() });
}

type Note = { status?: string; gatheredCount?: number; refusal?: string; byteCount?: number; readyAt?: Date };

async function note(db: Db, editionId: string, what: Note): Promise<void> {
  await db
    .updateTable("catalogueEditions")
    .set({ ...what, touchedAt: clock() })
    .where("id", "=", editionId)
    .execute();
}
