import type { MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { findStaffOrder } from "~/modules/orders/index.server";
import {
  findOrderByHand,
  findTransferProblem,
  recordTransfer,
  TRANSFER_NEWS,
  transferInput,
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
import { TransferForm } from "~/ui/payments/transfer-form";

export const meta: MetaFunction = () => privateMeta(m["payments.transfer.title"]());

export const loader = forStaff("treasurer", async ({ params, lang }) => {
  const orderId = uuidParam(params, "id");
  const { reference } = orNotFound(await findStaffOrder(db, { orderId, lang }));
  const { transfer } = await findOrderByHand(db, { orderId, lang });
  return { orderId, reference, transfer, formKey: newFormKey() };
});

export const action = forStaff("treasurer", async ({ staff, params, request, paths, lang }) => {
  const orderId = uuidParam(params, "id");
  const form = await parseForm(request, transferInput);
  if (!form.ok) return invalid(form);

  const recorded = await recordTransfer(db, staff, form.key, { orderId, ...form.value });
  if (!recorded.ok) {
    const typed = { orderId, ...form.value, lang };
    return invalid(form, ...(await findTransferProblem(db, recorded.refusal, typed)));
  }

  return redirectWith(paths.staffOrder(orderId, { news: TRANSFER_NEWS[recorded.value.outcome] }));
});

/** Who was refused sees the order as it is by now. */
export const shouldRevalidate = loadsAnew;

export default function RecordTransferPage() {
  const { orderId, reference, transfer, formKey } = useLoaderData<typeof loader>();
  const last = useActionData<typeof action>();
  const paths = useAllPaths();
  return (
    <DeedPage
      title={m["payments.transfer.title"]()}
      lead={transfer.lead}
      back={paths.staffOrder(orderId)}
      reference={reference}
    >
      <TransferForm orderId={orderId} transfer={transfer} formKey={formKey} last={last} />
    </DeedPage>
  );
}
