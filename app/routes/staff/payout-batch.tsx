import type { MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { batchView, payoutNewsText, payoutRefusalText } from "~/modules/payments/index.server";
import { m } from "~/paraglide/messages.js";
import { db } from "~/platform/db/db.server";
import { uuidParam } from "~/platform/http/address-parts.server";
import { orNotFound } from "~/platform/http/answers.server";
import { newFormKey } from "~/platform/http/form.server";
import { forStaff } from "~/platform/http/openers.server";
import { privateMeta } from "~/ui/layouts/page-meta";
import { useAllPaths } from "~/ui/layouts/all-paths";
import { BatchDeeds, BatchPayouts } from "~/ui/payments/payout-batch";
import { linkStyle } from "~/ui/primitives/button";
import { DoneNotice } from "~/ui/primitives/notice";
import { RefusedNotice } from "~/ui/primitives/refused-notice";
import { StaffFrame } from "~/ui/staff/staff-frame";

export const meta: MetaFunction = () => privateMeta(m["payments.payout.audit.kind"]());

export const loader = forStaff("treasurer", async ({ staff, lang, url, params }) => ({
  role: staff.role,
  formKey: newFormKey(),
  news: payoutNewsText(url.searchParams.get("news")),
  refusal: payoutRefusalText(url.searchParams.get("refused")),
  batch: orNotFound(await batchView(db, uuidParam(params, "id"), lang, staff.userId)),
}));

export default function PayoutBatchPage() {
  const { role, formKey, news, refusal, batch } = useLoaderData<typeof loader>();
  const paths = useAllPaths();
  return (
    <StaffFrame
      title={m["payments.payout.batch.title"]({ reference: batch.reference })}
      lead={`${batch.status} · ${batch.total}`}
      role={role}
      here="payouts"
    >
      {news ? <DoneNotice>{news}</DoneNotice> : null}
      {refusal ? <RefusedNotice>{refusal}</RefusedNotice> : null}
      <Link to={paths.staffPayouts()} className={linkStyle}>
        {m["payments.payout.desk.batches"]()}
      </Link>
      <BatchDeeds batch={batch} formKey={formKey} />
      <BatchPayouts batch={batch} formKey={formKey} />
    </StaffFrame>
  );
}
