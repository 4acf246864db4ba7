import { data, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { VISIT_DAYS } from "~/modules/inquiries";
import { findLink, keepAccesses, linkRefusalText, openLink } from "~/modules/inquiries/index.server";
import { findOrderLink, keepOrderAccesses, openOrderLink, orderLinkRefusalText } from "~/modules/orders/index.server";
import { m } from "~/paraglide/messages.js";
import { db } from "~/platform/db/db.server";
import { redirectWith } from "~/platform/http/cookies.server";
import { newFormKey, readForm, textOf } from "~/platform/http/form.server";
import { drawGuestVisit, guestVisitOf } from "~/platform/http/guest-visit.server";
import { forVisitor } from "~/platform/http/openers.server";
import { PressForm } from "~/ui/forms/press-form";
import { privateMeta } from "~/ui/layouts/page-meta";
import { useAllPaths } from "~/ui/layouts/all-paths";
import { Notice } from "~/ui/primitives/notice";

export const meta: MetaFunction = () => privateMeta(m["inquiries.link.title"]());

export const loader = forVisitor(async ({ params, url, lang }) => {
  const token = params.token ?? "";
  // One address for letters about inquiries and about orders: whoever has a token need not say which.
  const [{ refusal: ofInquiry, ...link }, { refusal: ofOrder, ...order }] = await Promise.all([
    findLink(db, token, lang),
    findOrderLink(db, token, lang),
  ]);
  const isOrder = ofInquiry === "link-missing";
  const refusal = isOrder ? ofOrder : ofInquiry;
  return {
    token,
    formKey: newFormKey(),
    isOrder,
    isUnconfirmed: link.isUnconfirmed,
    sellerName: isOrder ? order.sellerName : link.sellerName,
    reference: order.reference,
    refusal: refusal && (isOrder ? orderLinkRefusalText[refusal]() : linkRefusalText[refusal]()),
    canRenew: refusal === "link-expired" || refusal === "link-revoked",
    isRenewed: url.searchParams.has("renewed"),
  };
});

export const action = forVisitor(async ({ params, request, paths, visit }) => {
  const posted = await readForm(request);
  const drawn = drawGuestVisit(VISIT_DAYS);
  const from = { clientAddress: visit.clientAddress, visitDigest: drawn.digest };
  const token = params.token ?? "";
  const order = await openOrderLink(db, from, token);
  if (order.ok) {
    await keepVisit(guestVisitOf(request), drawn.digest);
    return redirectWith(paths.order(order.value.orderId), [drawn.cookie]);
  }
  if (order.refusal !== "link-missing") {
    return data({ problem: orderLinkRefusalText[order.refusal]() }, { status: 422 });
  }
  const opened = await openLink(db, from, token);
  if (!opened.ok) return data({ problem: linkRefusalText[opened.refusal]() }, { status: 422 });
  await keepVisit(guestVisitOf(request), drawn.digest);
  // By what the button said: a second click on it finds the inquiry sent and is told so, too.
  const isSending = textOf(posted, "press") === "send";
  return redirectWith(paths.inquiry(opened.value.inquiryId, isSending ? { news: "sent" } : {}), [drawn.cookie]);
});

/** The browser is given a new token, and keeps all that it has opened before. */
async function keepVisit(before: string | undefined, now: string): Promise<void> {
  await keepAccesses(db, before, now);
  await keepOrderAccesses(db, before, now);
}

export default function GuestLinkPage() {
  const {
    token,
    formKey,
    refusal,
    canRenew,
    isRenewed,
    isOrder,
    isUnconfirmed,
    sellerName = "",
    reference = "",
  } = useLoaderData<typeof loader>();
  const last = useActionData<typeof action>();
  const paths = useAllPaths();
  const problem = last?.problem ?? refusal;
  const ofInquiry = isUnconfirmed ? m["inquiries.link.confirmLead"] : m["inquiries.link.openLead"];
  const lead = isOrder ? m["orders.link.lead"]({ seller: sellerName, reference }) : ofInquiry({ seller: sellerName });
  const ofThread = isUnconfirmed ? m["inquiries.link.confirm"] : m["inquiries.link.open"];
  const pressed = isOrder ? m["orders.link.open"] : ofThread;
  return (
    <div className="mx-auto max-w-xl py-10">
      <h1 className="text-2xl">{isOrder ? m["orders.link.title"]() : m["inquiries.link.title"]()}</h1>
      <div className="mt-5 flex flex-col gap-5">
        {isRenewed ? (
          <Notice tone="info" icon="check">
            {m["inquiries.link.renewed"]()}
          </Notice>
        ) : null}
        {problem ? <Notice tone="warning">{problem}</Notice> : <p>{lead}</p>}
        {problem ? null : (
          <PressForm
            action={paths.guestLink(token)}
            formKey={formKey}
            fields={{ press: isUnconfirmed ? "send" : "open" }}
            look="primary"
          >
            {pressed()}
          </PressForm>
        )}
        {canRenew && !isRenewed ? (
          <PressForm action={paths.renewGuestLink(token)} formKey={formKey} look="secondary">
            {m["inquiries.link.renew"]()}
          </PressForm>
        ) : null}
      </div>
    </div>
  );
}
