import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { listAllRefundsToSend } from "~/modules/payments/index.server";
import { m } from "~/paraglide/messages.js";
import { db } from "~/platform/db/db.server";
import { pageParam } from "~/platform/http/address-parts.server";
import { forStaff } from "~/platform/http/openers.server";
import { privateMeta } from "~/ui/layouts/page-meta";
import { useAllPaths } from "~/ui/layouts/all-paths";
import { OlderAndNewer } from "~/ui/payments/older-and-newer";
import { AllRefundsToSend } from "~/ui/payments/all-refunds-to-send";
import { StaffFrame } from "~/ui/staff/staff-frame";

export const meta: MetaFunction = () => privateMeta(m["payments.transfer.toSend.title"]());

export const loader = forStaff("treasurer", async ({ staff, lang, url }) => {
  const page = pageParam(url);
  return { role: staff.role, page, ...(await listAllRefundsToSend(db, { lang, page })) };
});

export default function StaffRefundsPage() {
  const { role, page, refunds, hasMore } = useLoaderData<typeof loader>();
  const paths = useAllPaths();
  return (
    <StaffFrame
      title={m["payments.transfer.toSend.title"]()}
      lead={m["payments.transfer.toSend.allLead"]()}
      role={role}
      here="refunds"
    >
      <AllRefundsToSend refunds={refunds} />
      <OlderAndNewer page={page} hasMore={hasMore} hrefOf={(number) => paths.staffRefunds({ page: number })} />
    </StaffFrame>
  );
}
