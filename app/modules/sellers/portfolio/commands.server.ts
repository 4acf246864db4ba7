import { sql } from "kysely";
import { recordAudit } from "~/platform/audit/audit.server";
import type { Db, Trx } from "~/platform/db/db.server";
import { once, type FormKey } from "~/platform/db/once.server";
import { LOCALES } from "~/platform/i18n/locales";
import { done, refused, type Result } from "~/platform/result";
import { recordedAs, type SellerActor } from "~/platform/session/actors.server";
import { askForReadiness } from "../ask-readiness.server";
import type { WorkForm } from "./schema.server";
import { MOST_WORKS, type WorkRefusal } from "./types";

type Changed = Promise<Result<{ workId: string }, WorkRefusal>>;
type Deed = { action: string; before?: Record<string, unknown>; after?: Record<string, unknown> };

/**
 * Saves a finished work that the shop shows, and has the shop judged anew.
 *
 * @param workId of one that is there; undefined for a new one, which comes last
 */
export function saveWork(
  db: Db,
  seller: SellerActor,
  formKey: FormKey,
  { workId, form }: { workId: string | undefined; form: WorkForm },
): Changed {
  const { sellerId } = seller;
  return changePortfolio(db, seller, formKey, async (trx) => {
    const kept = await (workId === undefined ? begin(trx, sellerId, form) : change(trx, { sellerId, workId, form }));
    if (!kept.ok) return kept;
    const { workId: id } = kept.value;
    await trx.deleteFrom("portfolioWorkTexts").where("portfolioWorkId", "=", id).execute();
    await trx.insertInto("portfolioWorkTexts").values(textRows(id, form)).execute();
    const { year, url, texts } = form;
    return done({ workId: id, deed: { action: "save-work", after: { work: texts.az.title, year, url } } });
  });
}

/** Takes a work out of the portfolio; one that is gone already stays so. */
export function removeWork(db: Db, seller: SellerActor, formKey: FormKey, workId: string): Changed {
  return changePortfolio(db, seller, formKey, async (trx) => {
    const title = await trx
      .selectFrom("portfolioWorkTexts")
      .select("title")
      .where("portfolioWorkId", "=", workId)
      .where("locale", "=", "az")
      .executeTakeFirst();
    const gone = await trx
      .deleteFrom("portfolioWorks")
      .where("id", "=", workId)
      .where("sellerId", "=", seller.sellerId)
      .returning("id")
      .executeTakeFirst();
    if (!gone) return refused("work-missing");
    return done({ workId, deed: { action: "remove-work", before: { work: title?.title } } });
  });
}

/** Lets a work change places with the one before or after it; the first and the last stay where they are. */
export function moveWork(
  db: Db,
  seller: SellerActor,
  formKey: FormKey,
  { workId, by }: { workId: string; by: "up" | "down" },
): Changed {
  return changePortfolio(db, seller, formKey, async (trx) => {
    const works = await trx
      .selectFrom("portfolioWorks")
      .select(["id", "position"])
      .where("sellerId", "=", seller.sellerId)
      .orderBy("position")
      .execute();
    const at = works.findIndex(({ id }) => id === workId);
    const moved = works[at];
    if (!moved) return refused("work-missing");
    const other = works[at + (by === "up" ? -1 : 1)];
    if (!other) return done({ workId, deed: undefined });
    // In one statement: the key of the order is checked behind it.
    await trx
      .updateTable("portfolioWorks")
      .set({
        position: sql<number>`case when id = ${moved.id} then ${other.position}::int else ${moved.position}::int end`,
      })
      .where("id", "in", [moved.id, other.id])
      .execute();
    return done({
      workId,
      deed: { action: "move-work", before: { position: at + 1 }, after: { position: at + 1 + (by === "up" ? -1 : 1) } },
    });
  });
}

/** One change of a shop's portfolio at a time, written down. */
function changePortfolio(
  db: Db,
  seller: SellerActor,
  formKey: FormKey,
  work: (trx: Trx) => Promise<Result<{ workId: string; deed: Deed | undefined }, WorkRefusal>>,
): Changed {
  const { userId, sellerId } = seller;
  return once<{ workId: string }, WorkRefusal>(db, `seller ${sellerId} ${userId}`, formKey, async (trx) => {
    // Two windows neither pass the limit together nor take one place.
    const shop = await trx
      .selectFrom("sellers")
      .select("status")
      .where("id", "=", sellerId)
      .forNoKeyUpdate()
      .executeTakeFirst();
    if (shop?.status === "suspended") return refused("shop-suspended");
    const changed = await work(trx);
    if (!changed.ok) return changed;
    const { workId, deed } = changed.value;
    if (deed) {
      await askForReadiness(trx, sellerId);
      await recordAudit(trx, {
        actor: recordedAs(seller),
        subject: { kind: "seller", id: sellerId },
        ...deed,
      });
    }
    return done({ workId });
  });
}

async function begin(trx: Trx, sellerId: string, { year, url }: WorkForm): Changed {
  const { count, last } = await trx
    .selectFrom("portfolioWorks")
    .select((eb) => [eb.fn.countAll<bigint>().as("count"), eb.fn.max("position").as("last")])
    .where("sellerId", "=", sellerId)
    .executeTakeFirstOrThrow();
  if (count >= BigInt(MOST_WORKS)) return refused("too-many-works");
  const { id } = await trx
    .insertInto("portfolioWorks")
    .values({ sellerId, position: (last ?? -1) + 1, year, url: url ?? null })
    .returning("id")
    .executeTakeFirstOrThrow();
  return done({ workId: id });
}

type Changing = { sellerId: string; workId: string; form: WorkForm };

async function change(trx: Trx, { sellerId, workId, form: { version, year, url } }: Changing): Changed {
  const changed = await trx
    .updateTable("portfolioWorks")
    .set({ year, url: url ?? null, version: version + 1 })
    .where("id", "=", workId)
    .where("sellerId", "=", sellerId)
    .where("version", "=", version)
    .returning("id")
    .executeTakeFirst();
  if (changed) return done({ workId });
  const isThere = await trx
    .selectFrom("portfolioWorks")
    .select("id")
    .where("id", "=", workId)
    .where("sellerId", "=", sellerId)
    .executeTakeFirst();
  return refused(isThere ? "changed-elsewhere" : "work-missing");
}

function textRows(portfolioWorkId: string, { texts }: WorkForm) {
  return LOCALES.flatMap((locale) => {
    const text = texts[locale];
    return text ? [{ portfolioWorkId, locale, ...text, client: text.client ?? null }] : [];
  });
}
