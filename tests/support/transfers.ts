import { randomUUID } from "node:crypto";
import { recordTransfer } from "~/modules/payments/index.server";
import type { Db } from "~/platform/db/db.server";
import { clock } from "~/platform/clock.server";
import { dayInBaku } from "~/platform/calendar";
import { env } from "~/platform/env.server";
import type { StaffActor } from "~/platform/session/actors.server";
import { fillCart, makeGuest, orderCart, type Wanted } from "./buying";
import { testDb } from "./database";
import { newKey } from "./form-key";

/** Nobody's account: the example of the IBAN registry (ISO 13616) for Azerbaijan. */
export function openAccount(): void {
  Object.assign(env, {
    PAYOUT_DEBTOR_NAME: "Nümunə Federasiyası",
    PAYOUT_DEBTOR_IBAN: "AZ21NABZ00000000137010001944",
    PAYOUT_DEBTOR_BIC: "NABZAZ2X",
  });
}

/** An order of each seller of what is wanted, by one checkout that waits for a transfer. */
export async function orderByTransfer(wanted: readonly Wanted[]) {
  const owner = makeGuest();
  await fillCart(owner, wanted);
  const started = await orderCart({ owner, method: "bank_transfer" });
  if (!started.ok || started.value.checkoutId === null) throw new Error("nothing to transfer");
  const { orderIds, checkoutId } = started.value;
  return { owner, orderIds, orderId: orderIds[0] ?? "", checkoutId };
}

type Changes = Partial<{
  amount: string;
  bankReference: string;
  receivedOn: string;
  isAnother: boolean;
  isMore: boolean;
  key: ReturnType<typeof newKey>;
  now: Date;
  db: Db;
}>;

/** What the treasurer types off the statement; a reference that no other transfer has, today, an amount that she means, unless the changes say otherwise. */
export function transfer(
  staff: StaffActor,
  orderId: string,
  {
    amount = "69.00",
    bankReference = `FT-${randomUUID()}`,
    key = newKey(),
    now = clock(),
    db = testDb,
    ...rest
  }: Changes,
) {
  const { receivedOn = dayInBaku(now), isAnother = false, isMore = true } = rest;
  const typed = { orderId, amount, bankReference, receivedOn, isAnother, isMore };
  return recordTransfer(db, staff, key, typed, now);
}
