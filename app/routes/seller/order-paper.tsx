import { data, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { findOrderPaper, orderDocumentKindOf, postOrderDocument } from "~/modules/orders/index.server";
import { m } from "~/paraglide/messages.js";
import { db } from "~/platform/db/db.server";
import { uuidParam } from "~/platform/http/address-parts.server";
import { orNotFound } from "~/platform/http/answers.server";
import { redirectWith } from "~/platform/http/cookies.server";
import { newFormKey } from "~/platform/http/form.server";
import { loadsAnew } from "~/platform/http/loads-anew";
import { forSeller } from "~/platform/http/openers.server";
import { privateMeta } from "~/ui/layouts/page-meta";
import { useAllPaths } from "~/ui/layouts/all-paths";
import { DeedPage } from "~/ui/orders/deed-page";
import { DocumentForm } from "~/ui/orders/document-form";

export const meta: MetaFunction = () => privateMeta(m["orders.document.title"]());

export const loader = forSeller("editor", async ({ seller, params, lang }) => {
  const kind = orNotFound(orderDocumentKindOf(params.kind));
  const orderId = uuidParam(params, "id");
  const paper = orNotFound(await findOrderPaper(db, seller, { orderId, kind, lang }));
  return { orderId, kind, ...paper, formKey: newFormKey() };
});

export const action = forSeller("editor", async ({ seller, params, request, lang, paths }) => {
  const about = { orderId: uuidParam(params, "id"), kind: orNotFound(orderDocumentKindOf(params.kind)), lang };
  const { answer } = orNotFound(await postOrderDocument(db, seller, request, about));
  if (answer) return data(answer, { status: 422 });
  return redirectWith(paths.sellerOrderPapers(about.orderId, { news: "document" }));
});

/** Who was refused sees what was issued meanwhile. */
export const shouldRevalidate = loadsAnew;

export default function OrderPaperPage() {
  const { orderId, reference, name, ...paper } = useLoaderData<typeof loader>();
  const last = useActionData<typeof action>();
  const paths = useAllPaths();
  return (
    <DeedPage
      title={name}
      lead={m["orders.document.formLead"]()}
      back={paths.sellerOrderPapers(orderId)}
      reference={reference}
    >
      <DocumentForm last={last} paper={paper} />
    </DeedPage>
  );
}
