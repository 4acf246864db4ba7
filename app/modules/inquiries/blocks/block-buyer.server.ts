import { recordAudit } from "~/platform/audit/audit.server";
import { clock } from "~/platform/clock.server";
import type { Db, Trx } from "~/platform/db/db.server";
import { once, partKey, type FormKey } from "~/platform/db/once.server";
import { done, refused, type Result } from "~/platform/result";
import { recordedAs, type SellerActor } from "~/platform/session/actors.server";
import { askerOf, blockedAs, blockOf, contactOf } from "../contact-key.server";
import { mayStep } from "../rules";
import { step } from "../thread/deeds.server";
import { noteEvent } from "../thread/system-message.server";
import type { BlockRefusal, InquiryStatus } from "../types";

type Done = Promise<Result<null, BlockRefusal>>;

/**
 * Takes nothing more from whoever asked in a thread: an account goes by its id, a guest by the digest of her mailbox. The
 * thread is spam from then on; she is told nothing of it before she writes again.
 */
export function blockBuyer(db: Db, seller: SellerActor, formKey: FormKey, inquiryId: string, now = clock()): Done {
  const { userId, sellerId } = seller;
  return once(db, `seller ${sellerId} ${userId}`, partKey(formKey, `block ${inquiryId}`), async (trx): Done => {
    const found = await lockOwn(trx, { sellerId, inquiryId });
    if (!found) return refused("inquiry-missing");
    const contact = contactOf(found);
    if (!contact) return refused("nobody-there");
    const blocked = await trx
      .insertInto("contactBlocks")
      .values({ sellerId, ...blockedAs(contact), inquiryId, blockedBy: userId, blockedAt: now })
      // From another thread of hers, or in another window at the same moment.
      .onConflict((conflict) =>
        conflict.columns(["sellerId", "userId", "emailDigest"]).where("liftedAt", "is", null).doNothing(),
      )
      .returning("id")
      .executeTakeFirst();
    if (!blocked) return done(null);
    // The table's check allows no other.
    if (mayStep("mark-spam", found.status as InquiryStatus, "seller")) {
      const about = { inquiryId, deed: "mark-spam", words: undefined, by: "seller" } as const;
      await step(trx, { ...about, actor: recordedAs(seller), authorId: userId }, now);
    }
    await noteEvent(trx, { inquiryId, event: "blocked", isInternal: true, authorId: userId }, now);
    await recordAudit(trx, {
      actor: recordedAs(seller),
      action: "block-buyer",
      subject: { kind: "inquiry", id: inquiryId },
      after: { seller: sellerId },
    });
    return done(null);
  });
}

/** Takes a block of the shop back. What was taken for spam stays that: her old words are not wanted because new ones may be. */
export function unblockBuyer(db: Db, seller: SellerActor, formKey: FormKey, inquiryId: string, now = clock()): Done {
  const { userId, sellerId } = seller;
  return once(db, `seller ${sellerId} ${userId}`, partKey(formKey, `unblock ${inquiryId}`), async (trx): Done => {
    const found = await lockOwn(trx, { sellerId, inquiryId });
    if (!found) return refused("inquiry-missing");
    const hers = await blockOf(trx, askerOf(found));
    const lifted = await trx
      .updateTable("contactBlocks")
      .set({ liftedAt: now })
      .where("sellerId", "=", sellerId)
      .where("liftedAt", "is", null)
      // Of who has gone only the thread is left by which the block can be found.
      .where((eb) => eb.or([hers(eb), eb("inquiryId", "=", inquiryId)]))
      .returning("id")
      .execute();
    if (lifted.length === 0) return done(null);
    await noteEvent(trx, { inquiryId, event: "unblocked", isInternal: true, authorId: userId }, now);
    await recordAudit(trx, {
      actor: recordedAs(seller),
      action: "unblock-buyer",
      subject: { kind: "inquiry", id: inquiryId },
      after: { seller: sellerId },
    });
    return done(null);
  });
}

function lockOwn(trx: Trx, { sellerId, inquiryId }: { sellerId: string; inquiryId: string }) {
  return trx
    .selectFrom("inquiries")
    .select(["status", "buyerUserId", "guestEmail"])
    .where("id", "=", inquiryId)
    .where("sellerId", "=", sellerId)
    .where("status", "<>", "unconfirmed")
    .forUpdate()
    .executeTakeFirst();
}
