import { sql, type RawBuilder } from "kysely";
import { recordAudit } from "~/platform/audit/audit.server";
import { dayInBaku } from "~/platform/calendar";
import { clock } from "~/platform/clock.server";
import type { Db, Trx } from "~/platform/db/db.server";
import { once, type FormKey } from "~/platform/db/once.server";
import type { Locale } from "~/platform/i18n/locales";
import { enqueue } from "~/platform/jobs/enqueue.server";
import { done, refused, type Result } from "~/platform/result";
import { recordedAs, type SellerActor } from "~/platform/session/actors.server";
import { whyNotClose, type ClosureRefusal } from "./closure";
import type { Closure } from "./types";

/** SQL of when the row's `sellers.id` is closed, as JSON of `Closure`; whether that is said to anybody is for the clock. */
export function selectClosure(): RawBuilder<Closure | null> {
  return sql<Closure | null>`(
    select jsonb_build_object('fromOn', from_on::text, 'untilOn', until_on::text)
    from shop_closures where seller_id = sellers.id)`;
}

/** SQL of the words that the row's `sellers.id` gives for its closure, in the reader's language, else in Azerbaijani. */
export function selectClosureNote(locale: Locale): RawBuilder<string | null> {
  return sql<string | null>`(
    select coalesce(${sql.ref(`note_${locale}`)}, note_az) from shop_closures where seller_id = sellers.id)`;
}

/** What a team says of when it is closed. */
export type SaidClosure = Closure & {
  noteAz: string | undefined;
  noteEn: string | undefined;
  noteRu: string | undefined;
};

/** @returns the closure that is stored, if one is, with the number of the state that a form is made from */
export async function findClosure(
  db: Db | Trx,
  sellerId: string,
): Promise<{ version: number; closure: SaidClosure | undefined } | undefined> {
  const row = await db
    .selectFrom("sellers")
    .leftJoin("shopClosures", "shopClosures.sellerId", "sellers.id")
    .select(["closureVersion as version", "fromOn", "untilOn", "noteAz", "noteEn", "noteRu"])
    .where("sellers.id", "=", sellerId)
    .executeTakeFirst();
  if (!row) return undefined;
  const { version, fromOn, untilOn, noteAz, noteEn, noteRu } = row;
  const notes = { noteAz: noteAz ?? undefined, noteEn: noteEn ?? undefined, noteRu: noteRu ?? undefined };
  return { version, closure: fromOn === null || untilOn === null ? undefined : { fromOn, untilOn, ...notes } };
}

type Changed = Promise<Result<null, ClosureRefusal | "changed-elsewhere">>;

/** Says when a shop is closed; buyers are told while it lasts and a while before. */
export function saveClosure(
  db: Db,
  seller: SellerActor,
  formKey: FormKey,
  { version, ...closure }: SaidClosure & { version: number },
  now = clock(),
): Changed {
  return change(db, seller, formKey, { version, now }, async (trx) => {
    const refusal = whyNotClose(closure, dayInBaku(now));
    if (refusal) return refusal;
    const { fromOn, untilOn, noteAz, noteEn, noteRu } = closure;
    const said = {
      fromOn,
      untilOn,
      noteAz: noteAz ?? null,
      noteEn: noteEn ?? null,
      noteRu: noteRu ?? null,
      updatedAt: now,
    };
    await trx
      .insertInto("shopClosures")
      .values({ sellerId: seller.sellerId, ...said })
      .onConflict((conflict) => conflict.column("sellerId").doUpdateSet(said))
      .execute();
    return { action: "close-shop", after: { ...closure } };
  });
}

/** Opens a shop again, or takes back that it will be closed. */
export function removeClosure(
  db: Db,
  seller: SellerActor,
  formKey: FormKey,
  { version }: { version: number },
  now = clock(),
): Changed {
  return change(db, seller, formKey, { version, now }, async (trx) => {
    await trx.deleteFrom("shopClosures").where("sellerId", "=", seller.sellerId).execute();
    return { action: "reopen-shop", after: {} };
  });
}

type Done = { action: string; after: Record<string, unknown> };

/** One change of the closure at a time, from the state that the form was made from; dates of all listings move with it. */
function change(
  db: Db,
  seller: SellerActor,
  formKey: FormKey,
  { version, now }: { version: number; now: Date },
  deed: (trx: Trx) => Promise<Done | ClosureRefusal>,
): Changed {
  const { userId, sellerId } = seller;
  return once(db, `seller ${sellerId} ${userId}`, formKey, async (trx) => {
    const shop = await trx
      .selectFrom("sellers")
      .select("closureVersion")
      .where("id", "=", sellerId)
      .forUpdate()
      .executeTakeFirst();
    if (shop?.closureVersion !== version) return refused("changed-elsewhere");
    const before = await findClosure(trx, sellerId);
    const changed = await deed(trx);
    if (typeof changed === "string") return refused(changed);
    await trx
      .updateTable("sellers")
      .set({ closureVersion: version + 1, updatedAt: now })
      .where("id", "=", sellerId)
      .execute();
    await enqueue(trx, "index-seller", { sellerId }, { jobKey: `index-seller:${sellerId}` });
    await recordAudit(trx, {
      actor: recordedAs(seller),
      action: changed.action,
      subject: { kind: "seller", id: sellerId },
      before: { ...before?.closure },
      after: changed.after,
    });
    return done(null);
  });
}
