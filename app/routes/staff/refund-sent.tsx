import { redirect, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { findStaffOrder } from "~/modules/orders/index.server";
import {
  askWhetherTogether,
  findOrderByHand,
  markRefundSent,
  refundSentInput,
  SENT_NEWS,
} from "~/modules/payments/index.server";
import { m } from "~/paraglide/messages.js";
import { db } from "~/platform/db/db.server";
import { uuidParam } from "~/platform/http/address-parts.server";
import { orNotFound } from "~/platform/http/answers.server";
import { redirectWith } from "~/platform/http/cookies.server";
import { invalid, newFormKey, parseForm } from "~/platform/http/form.server";
import { loadsAnew } from "~/platform/http/loads-anew";
import { forStaff } from "~/platform/http/openers.server";
import { privateMeta } from "~/ui/layouts/page-meta";
import { useAllPaths } from "~/ui/layouts/all-paths";
import { DeedPage } from "~/ui/orders/deed-page";
import { RefundToSend, SentForm } from "~/ui/payments/refunds-to-send";

export const meta: MetaFunction = () => privateMeta(m["payments.transfer.toSend.title"]());

export const loader = forStaff("treasurer", async ({ params, lang, paths }) => {
  const [orderId, refundId] = [uuidParam(params, "id"), uuidParam(params, "refund")];
  const { reference } = orNotFound(await findStaffOrder(db, { orderId, lang }));
  const { toSend } = await findOrderByHand(db, { orderId, lang });
  const refund = toSend.find((one) => one.refundId === refundId);
  // Whoever goes back to a form that did its work is told that it was done.
  if (!refund) throw redirect(paths.staffOrder(orderId, { news: SENT_NEWS["already-sent"] }));
  return { orderId, reference, refund, formKey: newFormKey() };
});

export const action = forStaff("treasurer", async ({ staff, params, request, paths, lang }) => {
  const [orderId, refundId] = [uuidParam(params, "id"), uuidParam(params, "refund")];
  const form = await parseForm(request, refundSentInput);
  if (!form.ok) return invalid(form);

  const sent = await markRefundSent(db, staff, form.key, { orderId, refundId, ...form.value });
  if (sent.ok) return redirectWith(paths.staffOrder(orderId, { news: "refund-sent" }));
  const { refusal } = sent;
  if (refusal !== "reference-used") return redirectWith(paths.staffOrder(orderId, { news: SENT_NEWS[refusal] }));
  const { bankReference } = form.value;
  return invalid(form, undefined, { isTogether: await askWhetherTogether(db, { refundId, bankReference, lang }) });
});

/** Who was refused sees what waits to be sent by now. */
export const shouldRevalidate = loadsAnew;

export default function RefundSentPage() {
  const { orderId, reference, refund, formKey } = useLoaderData<typeof loader>();
  const last = useActionData<typeof action>();
  const paths = useAllPaths();
  return (
    <DeedPage
      title={m["payments.transfer.toSend.title"]()}
      lead={m["payments.transfer.toSend.lead"]()}
      back={paths.staffOrder(orderId)}
      reference={reference}
    >
      <RefundToSend refund={refund} />
      <SentForm orderId={orderId} refundId={refund.refundId} formKey={formKey} last={last} />
    </DeedPage>
  );
}
