import { data, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { VISIT_DAYS } from "~/modules/inquiries";
import { findLink, keepAccesses, linkRefusalText, openLink } from "~/modules/inquiries/index.server";
import { m } from "~/paraglide/messages.js";
import { db } from "~/platform/db/db.server";
import { redirectWith } from "~/platform/http/cookies.server";
import { newFormKey, readForm, textOf } from "~/platform/http/form.server";
import { drawGuestVisit, guestVisitOf } from "~/platform/http/guest-visit.server";
import { forVisitor } from "~/platform/http/openers.server";
import { PressForm } from "~/ui/forms/press-form";
import { privateMeta } from "~/ui/layouts/page-meta";
import { usePaths } from "~/ui/layouts/site";
import { Notice } from "~/ui/primitives/notice";

export const meta: MetaFunction = () => privateMeta(m["inquiries.link.title"]());

export const loader = forVisitor(async ({ params, url, lang }) => {
  const token = params.token ?? "";
  const { refusal, ...link } = await findLink(db, token, lang);
  return {
    token,
    formKey: newFormKey(),
    ...link,
    refusal: refusal && linkRefusalText[refusal](),
    canRenew: refusal === "link-expired" || refusal === "link-revoked",
    isRenewed: url.searchParams.has("renewed"),
  };
});

export const action = forVisitor(async ({ params, request, paths, visit }) => {
  const posted = await readForm(request);
  const drawn = drawGuestVisit(VISIT_DAYS);
  const from = { clientAddress: visit.clientAddress, visitDigest: drawn.digest };
  const opened = await openLink(db, from, params.token ?? "");
  if (!opened.ok) return data({ problem: linkRefusalText[opened.refusal]() }, { status: 422 });
  await keepAccesses(db, guestVisitOf(request), drawn.digest);
  // By what the button said: a second click on it finds the inquiry sent and is told so, too.
  const isSending = textOf(posted, "press") === "send";
  return redirectWith(paths.inquiry(opened.value.inquiryId, isSending ? { news: "sent" } : {}), [drawn.cookie]);
});

export default function GuestLinkPage() {
  const {
    token,
    formKey,
    refusal,
    canRenew,
    isRenewed,
    isUnconfirmed,
    sellerName = "",
  } = useLoaderData<typeof loader>();
  const last = useActionData<typeof action>();
  const paths = usePaths();
  const problem = last?.problem ?? refusal;
  const lead = isUnconfirmed ? m["inquiries.link.confirmLead"] : m["inquiries.link.openLead"];
  return (
    <div className="mx-auto max-w-xl py-10">
      <h1 className="text-2xl">{m["inquiries.link.title"]()}</h1>
      <div className="mt-5 flex flex-col gap-5">
        {isRenewed ? (
          <Notice tone="info" icon="check">
            {m["inquiries.link.renewed"]()}
          </Notice>
        ) : null}
        {problem ? <Notice tone="warning">{problem}</Notice> : <p>{lead({ seller: sellerName })}</p>}
        {problem ? null : (
          <PressForm
            action={paths.guestLink(token)}
            formKey={formKey}
            fields={{ press: isUnconfirmed ? "send" : "open" }}
            look="primary"
          >
            {isUnconfirmed ? m["inquiries.link.confirm"]() : m["inquiries.link.open"]()}
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
