import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { findSpecimens } from "~/modules/documents/index.server";
import { m } from "~/paraglide/messages.js";
import { db } from "~/platform/db/db.server";
import { orNotFound } from "~/platform/http/answers.server";
import { forSeller } from "~/platform/http/openers.server";
import { memberMay } from "~/platform/session/roles";
import { privateMeta } from "~/ui/layouts/page-meta";
import { SpecimenList } from "~/ui/workspace/specimen-list";
import { ShopLacks } from "~/ui/workspace/shop-lacks";
import { WorkspaceFrame } from "~/ui/workspace/workspace-frame";

export const meta: MetaFunction = () => privateMeta(m["documents.title"]());

export const loader = forSeller("editor", async ({ seller, lang }) => ({
  ...orNotFound(await findSpecimens(db, seller.sellerId, lang)),
  mayManage: memberMay(seller.role, "manager"),
}));

export default function SellerDocumentsPage() {
  const { kinds, lacks, mayManage } = useLoaderData<typeof loader>();
  return (
    <WorkspaceFrame title={m["documents.title"]()} lead={m["documents.lead"]()}>
      <ShopLacks lacks={lacks} mayManage={mayManage} />
      <SpecimenList kinds={kinds} />
    </WorkspaceFrame>
  );
}
