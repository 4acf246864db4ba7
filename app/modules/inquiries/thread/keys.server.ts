import { sql, type ExpressionWrapper, type ExpressionBuilder, type SqlBool } from "kysely";
import type { DB } from "~/platform/db/types.generated";
import type { InquirerActor } from "~/platform/http/openers.server";

/**
 * Whether an inquiry is the actor's: her account asked; or her mailbox did before she had one, and she has shown that it is
 * hers; or her browser came by a link of a letter.
 */
export function ownedBy({ userId, visitDigest }: InquirerActor, now: Date) {
  return (eb: ExpressionBuilder<DB, "inquiries">): ExpressionWrapper<DB, "inquiries", SqlBool> =>
    eb.and([
      eb("inquiries.erasedAt", "is", null),
      eb.or([
        ...(userId === undefined
          ? []
          : [
              eb("inquiries.buyerUserId", "=", userId),
              eb.and([
                eb("inquiries.status", "<>", "unconfirmed"),
                sql<boolean>`inquiries.guest_email = (select lower(email) from users where id = ${userId} and email_verified)`,
              ]),
            ]),
        ...(visitDigest === undefined
          ? []
          : [
              eb.exists(
                eb
                  .selectFrom("guestAccesses")
                  .select("guestAccesses.linkId")
                  .whereRef("guestAccesses.inquiryId", "=", "inquiries.id")
                  .where("guestAccesses.visitDigest", "=", visitDigest)
                  .where("guestAccesses.expiresAt", ">", now),
              ),
            ]),
      ]),
    ]);
}
