import { sql, type ExpressionWrapper, type ExpressionBuilder, type SqlBool } from "kysely";
import type { DB } from "~/platform/db/types.generated";
import type { AuditActor } from "~/platform/audit/audit.server";
import type { InquirerActor } from "~/platform/session/actors.server";

type IsTrue = (eb: ExpressionBuilder<DB, "inquiries">) => ExpressionWrapper<DB, "inquiries", SqlBool>;

/** Whether an account asked, or its mailbox did before it was there, and it has shown that this is its own. */
export function ofAccount(userId: string): IsTrue {
  return (eb) =>
    eb.or([
      eb("inquiries.buyerUserId", "=", userId),
      eb.and([
        eb("inquiries.status", "<>", "unconfirmed"),
        sql<boolean>`inquiries.guest_email = (select lower(email) from users where id = ${userId} and email_verified)`,
      ]),
    ]);
}

/** Whether an inquiry is the actor's: her account's, or her browser came by a link of a letter. */
export function ownedBy({ userId, visitDigest }: InquirerActor, now: Date): IsTrue {
  return (eb) =>
    eb.and([
      eb("inquiries.erasedAt", "is", null),
      eb.or([
        ...(userId === undefined ? [] : [ofAccount(userId)(eb)]),
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

/** Whose forms are whose: an account's, or those of a guest's browser. */
export function inquirerKey({ userId, visitDigest }: InquirerActor): string {
  return `inquirer ${userId ?? visitDigest ?? ""}`;
}

/** As what a buyer's deed is recorded; of a guest nobody knows more than her mailbox, which is in the inquiry. */
export function recordedAsBuyer(userId: string | undefined): AuditActor {
  return userId === undefined ? { kind: "guest", id: undefined } : { kind: "buyer", id: userId };
}
