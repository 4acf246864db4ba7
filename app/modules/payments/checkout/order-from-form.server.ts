import { keepAccesses } from "~/modules/inquiries/index.server";
import { keepOrderAccesses, ORDER_ACCESS_DAYS, type CartOwner } from "~/modules/orders/index.server";
import { clock } from "~/platform/clock.server";
import type { Db } from "~/platform/db/db.server";
import type { FormKey } from "~/platform/db/once.server";
import { drawGuestVisit } from "~/platform/http/guest-visit.server";
import type { Reader } from "~/platform/i18n/reader";
import { log } from "~/platform/log.server";
import { done, refused, type Result } from "~/platform/result";
import type { BuyerActor } from "~/platform/session/actors.server";
import { isStripeFault } from "~/platform/stripe/fault.server";
import type { StripePort } from "~/platform/stripe/port";
import { merchant, TERMS_VERSION } from "../merchant.server";
import type { CheckoutPage } from "./checkout-page.server";
import type { CheckoutInput } from "./checkout-schema.server";
import { openSession } from "./open-session.server";
import { startCheckout, type CheckoutRefusal } from "./start-checkout.server";

type From = {
  buyer: BuyerActor | undefined;
  owner: CartOwner;
  reader: Reader;
  guest: { clientAddress: string; visitDigest: string | undefined };
  /** As the cart stands at this moment. */
  page: CheckoutPage | undefined;
};

/** Where the buyer goes: to the payment page, or to what waits for her. */
export type Ordered = {
  orderIds: string[];
  checkoutId: string | undefined;
  payAt: string | undefined;
  cookies: string[];
};

type Calls = { stripe: StripePort | undefined; origin: string };

/** Orders by the form of the checkout, and opens the payment page where there is something to be paid at once. */
export async function orderFromForm(
  db: Db,
  calls: Calls,
  { buyer, owner, reader, guest, page }: From,
  formKey: FormKey,
  input: CheckoutInput,
  now = clock(),
): Promise<Result<Ordered, CheckoutRefusal>> {
  // A second post finds an empty cart, and its own first result.
  const taker = merchant();
  if (!taker || (page && !page.methods.includes(input.method))) return refused("method-not-offered");
  const drawn = buyer ? undefined : drawGuestVisit(ORDER_ACCESS_DAYS);
  const { name, email, phone, company, taxNumber, note, recipient, line1, city, line2, region, postalCode } = input;
  const started = await startCheckout(
    db,
    {
      buyer,
      owner,
      reader,
      clientAddress: guest.clientAddress,
      guestDigest: drawn?.digest,
      currency: page?.currency ?? "EUR",
      groups: page?.groups ?? [],
      seenTotalMinor: BigInt(input.total),
      method: input.method,
      contact: { name, email, phone, company, taxNumber, note },
      address:
        line1 !== undefined && city !== undefined
          ? { recipient: recipient ?? name, line1, line2, city, region, postalCode, country: reader.destination }
          : undefined,
      merchant: taker,
      termsVersion: TERMS_VERSION,
    },
    formKey,
    now,
  );
  if (!started.ok) return started;
  const { orderIds, checkoutId } = started.value;
  if (drawn) {
    // The second of two posts lets this browser in, too.
    await keepAccesses(db, guest.visitDigest, drawn.digest);
    await keepOrderAccesses(db, guest.visitDigest, drawn.digest);
  }
  return done({
    orderIds,
    checkoutId: checkoutId ?? undefined,
    payAt: checkoutId === null ? undefined : await payAt(db, calls, checkoutId, now),
    cookies: drawn ? [drawn.cookie] : [],
  });
}

/**
 * The payment page of a checkout; undefined where it is not paid on one, or Stripe does not answer just now: then the order
 * stands, and its page offers to try again.
 */
export async function payAt(
  db: Db,
  { stripe, origin }: Calls,
  checkoutId: string,
  now = clock(),
): Promise<string | undefined> {
  if (!stripe) return undefined;
  try {
    return await openSession(db, { stripe, origin }, checkoutId, now);
  } catch (error) {
    if (!isStripeFault(error)) throw error;
    log.error({ checkoutId, code: error.code, requestId: error.requestId }, "no payment page");
    return undefined;
  }
}
