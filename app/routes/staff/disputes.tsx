import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { listDisputes } from "~/modules/payments/index.server";
import { m } from "~/paraglide/messages.js";
import { db } from "~/platform/db/db.server";
import { pageParam } from "~/platform/http/address-parts.server";
import { forStaff } from "~/platform/http/openers.server";
import { privateMeta } from "~/ui/layouts/page-meta";
import { useAllPaths } from "~/ui/layouts/all-paths";
import { DisputeList } from "~/ui/payments/dispute-list";
import { OlderAndNewer } from "~/ui/payments/older-and-newer";
import { StaffFrame } from "~/ui/staff/staff-frame";

export const meta: MetaFunction = () => privateMeta(m["disputes.title"]());

export const loader = forStaff("treasurer", async ({ staff, lang, url }) => {
  const page = pageParam(url);
  return { role: staff.role, page, ...(await listDisputes(db, lang, page)) };
});

export default function StaffDisputesPage() {
  const { role, page, open, over, hasMore } = useLoaderData<typeof loader>();
  const paths = useAllPaths();
  return (
    <StaffFrame title={m["disputes.title"]()} lead={m["disputes.lead"]()} role={role} here="disputes">
      <DisputeList title={m["disputes.open"]()} disputes={open} />
      {over.length > 0 ? <DisputeList title={m["disputes.over"]()} disputes={over} /> : null}
      <OlderAndNewer page={page} hasMore={hasMore} hrefOf={(number) => paths.staffDisputes({ page: number })} />
    </StaffFrame>
  );
}
