import { sql, type ExpressionBuilder, type ExpressionWrapper, type SqlBool } from "kysely";
import type { AuditActor } from "~/platform/audit/audit.server";
import type { DB } from "~/platform/db/types.generated";
import type { InquirerActor } from "~/platform/session/actors.server";
import type { StepActor } from "./types";

type IsTrue = (eb: ExpressionBuilder<DB, "orders">) => ExpressionWrapper<DB, "orders", SqlBool>;

/** Whether an account ordered, or its mailbox did before it was there, and it has shown that this is its own. */
export function orderOfAccount(userId: string): IsTrue {
  return (eb) =>
    eb.or([
      eb("orders.buyerUserId", "=", userId),
      sql<boolean>`orders.guest_email = (select lower(email) from users where id = ${userId} and email_verified)`,
    ]);
}

/** Whether an order is the actor's: her account's, or it was placed in her browser, or she came by a link of a letter. */
export function orderOwnedBy(
  { userId, visitDigest }: Pick<InquirerActor, "userId" | "visitDigest">,
  now: Date,
): IsTrue {
  return (eb) =>
    eb.and([
      eb("orders.erasedAt", "is", null),
      eb.or([
        ...(userId === undefined ? [] : [orderOfAccount(userId)(eb)]),
        ...(visitDigest === undefined
          ? []
          : [
              eb.exists(
                eb
                  .selectFrom("orderAccesses")
                  .select("orderAccesses.orderId")
                  .whereRef("orderAccesses.orderId", "=", "orders.id")
                  .where("orderAccesses.visitDigest", "=", visitDigest)
                  .where("orderAccesses.expiresAt", ">", now),
              ),
            ]),
      ]),
    ]);
}

/** Whose forms are whose: an account's, or those of a guest's browser. */
export function orderBuyerKey({ userId, visitDigest }: InquirerActor): string {
  return `order-buyer ${userId ?? visitDigest ?? ""}`;
}

export function buyerStep({ userId }: { userId: string | undefined }): StepActor {
  return { kind: "buyer", userId };
}

/** As what a buyer's deed is recorded in the log; of a guest nobody knows more than her mailbox, which is in the order. */
export function recordedAsOrderBuyer(userId: string | undefined): AuditActor {
  return userId === undefined ? { kind: "guest", id: undefined } : { kind: "buyer", id: userId };
}

export const THE_CLOCK: StepActor = { kind: "clock", userId: undefined };
export const THE_MONEY: StepActor = { kind: "money", userId: undefined };
