import { redirect } from "@remix-run/node";
import { retryRefund, retryRefundInput } from "~/modules/payments/index.server";
import { db } from "~/platform/db/db.server";
import { uuidParam } from "~/platform/http/address-parts.server";
import { redirectWith } from "~/platform/http/cookies.server";
import { parseForm } from "~/platform/http/form.server";
import { forStaff } from "~/platform/http/openers.server";

export const loader = forStaff("treasurer", ({ params, paths }) =>
  Promise.resolve(redirect(paths.staffOrder(uuidParam(params, "id")))),
);

export const action = forStaff("treasurer", async ({ staff, params, request, paths }) => {
  const orderId = uuidParam(params, "id");
  const form = await parseForm(request, retryRefundInput);
  if (!form.ok) return redirectWith(paths.staffOrder(orderId, { refused: "refund-missing" }, "#refused"));
  const asked = await retryRefund(db, staff, form.key, { orderId, ...form.value });
  return redirectWith(
    asked.ok
      ? paths.staffOrder(orderId, { news: "retry-refund" })
      : paths.staffOrder(orderId, { refused: asked.refusal }, "#refused"),
  );
});
