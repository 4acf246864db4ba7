import { randomBytes, randomUUID } from "node:crypto";
import { sql } from "kysely";
import { belongsToTeam, makeTeam } from "~/modules/accounts/index.server";
import { recordAudit } from "~/platform/audit/audit.server";
import { clock } from "~/platform/clock.server";
import type { Db, Trx } from "~/platform/db/db.server";
import { once, type FormKey } from "~/platform/db/once.server";
import { done, refused, type Result } from "~/platform/result";
import type { BuyerActor } from "~/platform/session/actors.server";
import { slugOf } from "./slug";
import type { Offering } from "./types";

export type OpenShop = { name: string; offering: Offering; placeId: string };

type Opened = Promise<Result<{ sellerId: string }, "has-shop" | "place-missing">>;

/** Opens a shop as a draft, which nobody but its team sees, and makes the person its owner. */
export function openShop(
  db: Db,
  { userId }: BuyerActor,
  formKey: FormKey,
  { name, offering, placeId }: OpenShop,
  now = clock(),
): Opened {
  return once(db, `shop ${userId}`, formKey, async (trx): Opened => {
    if (await belongsToTeam(trx, userId)) return refused("has-shop");
    const made = await makeDraftShop(trx, { name, offering, placeId, ownerId: userId }, now);
    if (!made.ok) return made;
    const { sellerId } = made.value;
    await recordAudit(trx, {
      actor: { kind: "seller", id: userId },
      action: "open-shop",
      subject: { kind: "seller", id: sellerId },
      after: { name, offering, placeId },
    });
    return done({ sellerId });
  });
}

/** A draft with its team; without an owner while staff fill it for its maker. */
export async function makeDraftShop(
  trx: Trx,
  { name, offering, placeId, ownerId }: OpenShop & { ownerId: string | undefined },
  now: Date,
): Promise<Result<{ sellerId: string }, "place-missing">> {
  const place = await trx.selectFrom("places").select("id").where("id", "=", placeId).executeTakeFirst();
  if (!place) return refused("place-missing");
  const sellerId = randomUUID();
  const slug = await freeSlug(trx, name);
  const { teamId } = await makeTeam(trx, { name, slug, ownerId }, now);
  await trx
    .insertInto("sellers")
    .values({
      id: sellerId,
      organisationId: teamId,
      status: "draft",
      offering,
      placeId,
      createdAt: now,
      updatedAt: now,
    })
    .execute();
  await trx.insertInto("sellerTexts").values({ sellerId, locale: "az", name }).execute();
  await trx.insertInto("sellerSlugs").values({ slug, sellerId, isCurrent: true, createdAt: now }).execute();
  await trx.insertInto("sellerLanguages").values({ sellerId, language: "az", position: 0 }).execute();
  return done({ sellerId });
}

/**
 * The name as an address; with a few letters behind it when somebody has that. Of two who ask for the same one at the same
 * moment the second waits until the first has it: the address is in two tables, so that no one key tells her.
 */
async function freeSlug(trx: Trx, name: string): Promise<string> {
  const slug = slugOf(name);
  await sql`select pg_advisory_xact_lock(hashtextextended(${slug}, 11))`.execute(trx);
  const taken = await trx
    .selectFrom("sellerSlugs")
    .select("slug")
    .where("slug", "=", slug)
    .union(trx.selectFrom("organisations").select("slug").where("slug", "=", slug))
    .executeTakeFirst();
  return taken ? `${slug}-${randomBytes(3).toString("hex")}` : slug;
}
