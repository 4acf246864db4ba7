import { payInput, checkoutRefusalText, payAt, payOrder } from "~/modules/payments/index.server";
import { db } from "~/platform/db/db.server";
import { env } from "~/platform/env.server";
import { uuidParam } from "~/platform/http/address-parts.server";
import { orNotFound } from "~/platform/http/answers.server";
import { redirectWith } from "~/platform/http/cookies.server";
import { parseForm } from "~/platform/http/form.server";
import { forGuestLink } from "~/platform/http/openers.server";
import { stripe } from "~/platform/stripe/client.server";

/** Pays what is due next of an order: after the seller's yes, after a page that ran out, or an instalment. */
export const action = forGuestLink(async ({ inquirer, params, request, lang, paths }) => {
  const orderId = uuidParam(params, "id");
  const form = await parseForm(request, payInput);
  const { method } = orNotFound(form.ok ? form.value : undefined);
  const port = stripe();

  const started = await payOrder(db, inquirer, form.key, { orderId, method, lang, hasStripe: port !== undefined });
  if (!started.ok) {
    return redirectWith(paths.order(orderId, { problem: checkoutRefusalText[started.refusal]() }));
  }

  const checkoutId = orNotFound(started.value.checkoutId);
  const page = await payAt(db, { stripe: port, origin: env.SITE_URL }, checkoutId);
  return redirectWith(page ?? paths.checkoutOf(checkoutId));
});
