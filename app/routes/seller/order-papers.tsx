import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { findOrderPapers } from "~/modules/orders/index.server";
import { m } from "~/paraglide/messages.js";
import { db } from "~/platform/db/db.server";
import { uuidParam } from "~/platform/http/address-parts.server";
import { orNotFound } from "~/platform/http/answers.server";
import { forSeller } from "~/platform/http/openers.server";
import { privateMeta } from "~/ui/layouts/page-meta";
import { useAllPaths } from "~/ui/layouts/all-paths";
import { IssuedDocuments } from "~/ui/orders/issued-documents";
import { orderNewsOf } from "~/ui/orders/order-news";
import { OrderPapers } from "~/ui/orders/order-papers";
import { DoneNotice } from "~/ui/primitives/notice";
import { WorkspaceFrame } from "~/ui/workspace/workspace-frame";

export const meta: MetaFunction = () => privateMeta(m["orders.document.title"]());

export const loader = forSeller("editor", async ({ seller, params, url, lang }) => {
  const orderId = uuidParam(params, "id");
  const found = orNotFound(await findOrderPapers(db, seller, orderId, lang));
  return { orderId, ...found, news: url.searchParams.get("news") ?? undefined };
});

export default function OrderPapersPage() {
  const { orderId, reference, papers, issued, news } = useLoaderData<typeof loader>();
  const paths = useAllPaths();
  const said = orderNewsOf(news);
  return (
    <WorkspaceFrame
      title={m["orders.document.title"]()}
      lead={m["orders.document.lead"]()}
      back={{ to: paths.sellerOrder(orderId), label: m["orders.page.title"]({ reference }) }}
    >
      {said ? <DoneNotice>{said.text()}</DoneNotice> : null}
      <IssuedDocuments documents={issued} hrefOf={(id) => paths.sellerOrderDocument(orderId, id)} />
      <OrderPapers papers={papers} hrefOf={(kind) => paths.sellerOrderPaper(orderId, kind)} />
    </WorkspaceFrame>
  );
}
