import { clock } from "~/platform/clock.server";
import { inTransaction, type Db, type Trx } from "~/platform/db/db.server";
import type { FileStore } from "~/platform/files/port";
import { mayTry, type ThrottleRule } from "~/platform/http/throttle.server";
import { enqueue } from "~/platform/jobs/enqueue.server";
import { done, refused, type Result } from "~/platform/result";
import type { CatalogueRefusal, CatalogueRequest, EditionState } from "../types";

/** A job that gave no sign of life for so long is dead, in milliseconds: it may be asked for again. */
const LONGEST_SILENCE_MS = 3 * 60_000;
/** Nobody has fetched it for so long: it is set anew when it is wanted again. */
const KEPT_MS = 30 * 86_400_000;
/** Catalogues that one address may have set: a fair's worth of them, and no machine's. */
const ASKING: ThrottleRule = { name: "set-catalogue", points: 20, seconds: 3_600 };
/** Long ones leave the worker free for others. */
export const PDF_QUEUE = "pdf";

export function editionKey(digest: string): string {
  return `catalogues/${digest.slice(0, 2)}/${digest}.pdf`;
}

/** How far the printed catalogue of this content is. */
export async function findEdition(db: Db, digest: string, now = clock()): Promise<EditionState> {
  const row = await db
    .selectFrom("catalogueEditions")
    .select(["status", "gatheredCount", "byteCount", "refusal", "readyAt", "touchedAt"])
    .where("digest", "=", digest)
    .executeTakeFirst();
  if (!row) return { status: "none" };
  const { status, byteCount, readyAt } = row;
  if (status === "ready" && byteCount !== null && readyAt !== null) {
    return { status, byteCount, readyAt: readyAt.toISOString() };
  }
  const isSilent = now.getTime() - row.touchedAt.getTime() > LONGEST_SILENCE_MS;
  if (!isSilent && (status === "waiting" || status === "gathering" || status === "setting")) {
    return { status, gathered: row.gatheredCount };
  }
  return { status: "failed", isUnavailable: row.refusal === "pdf-unavailable" };
}

type Asked = { request: CatalogueRequest; digest: string; clientAddress: string };

/**
 * Has a catalogue set, once: what is being set or ready already is left alone, and costs whoever asks no try. One that
 * failed, or whose job died, begins again.
 */
export async function askForCatalogue(
  db: Db,
  { request, digest, clientAddress }: Asked,
  now = clock(),
): Promise<Result<null, CatalogueRefusal>> {
  const count = request.listingIds.length;
  if (count === 0) return refused("nothing-to-show");
  const { status } = await findEdition(db, digest, now);
  if (status !== "none" && status !== "failed") return done(null);
  if (!(await mayTry(ASKING, clientAddress))) return refused("too-many");
  await inTransaction(db, (trx) => beginEdition(trx, { request, digest, count }, now));
  return done(null);
}

async function beginEdition(
  trx: Trx,
  { request, digest, count }: { request: CatalogueRequest; digest: string; count: number },
  now: Date,
): Promise<void> {
  const silentSince = new Date(now.getTime() - LONGEST_SILENCE_MS);
  const begun = await trx
    .insertInto("catalogueEditions")
    .values({
      digest,
      request: JSON.stringify(request),
      status: "waiting",
      listingCount: count,
      askedAt: now,
      touchedAt: now,
    })
    .onConflict((conflict) =>
      conflict
        .column("digest")
        .doUpdateSet({ status: "waiting", gatheredCount: 0, refusal: null, askedAt: now, touchedAt: now })
        // Of two who ask in the same moment, the second finds the first one's.
        .where((eb) =>
          eb.or([
            eb("catalogueEditions.status", "=", "failed"),
            eb.and([
              eb("catalogueEditions.status", "<>", "ready"),
              eb("catalogueEditions.touchedAt", "<", silentSince),
            ]),
          ]),
        ),
    )
    .returning("id")
    .executeTakeFirst();
  if (!begun) return;
  const options = { jobKey: `set-catalogue:${digest}`, queue: PDF_QUEUE, maxAttempts: 3 };
  await enqueue(trx, "set-catalogue", { editionId: begun.id }, options);
}

/** The bytes of a catalogue that is ready; one whose file is gone is forgotten, so that it can be set anew. */
export async function readEdition(
  db: Db,
  files: FileStore,
  digest: string,
  now = clock(),
): Promise<Buffer | undefined> {
  const row = await db
    .updateTable("catalogueEditions")
    .set({ touchedAt: now })
    .where("digest", "=", digest)
    .where("status", "=", "ready")
    .returning("id")
    .executeTakeFirst();
  if (!row) return undefined;
  const file = await files.read(editionKey(digest));
  if (!file) await db.deleteFrom("catalogueEditions").where("id", "=", row.id).execute();
  return file?.content;
}

/** Takes away what nobody has fetched for a month. */
export async function sweepCatalogues(db: Db, files: FileStore, now = clock()): Promise<number> {
  const before = new Date(now.getTime() - KEPT_MS);
  const old = await db.deleteFrom("catalogueEditions").where("touchedAt", "<", before).returning("digest").execute();
  for (const { digest } of old) await files.remove(editionKey(digest));
  return old.length;
}
