import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import {
  ledgerDesk,
  payoutNewsText,
  payoutRefusalText,
  resolveDifference,
  resolveDifferenceInput,
} from "~/modules/payments/index.server";
import { m } from "~/paraglide/messages.js";
import { db } from "~/platform/db/db.server";
import { pageParam } from "~/platform/http/address-parts.server";
import { redirectWith } from "~/platform/http/cookies.server";
import { newFormKey, parseForm } from "~/platform/http/form.server";
import { forStaff } from "~/platform/http/openers.server";
import { privateMeta } from "~/ui/layouts/page-meta";
import { useAllPaths } from "~/ui/layouts/all-paths";
import { Differences, LedgerBalances } from "~/ui/payments/ledger-desk";
import { OlderAndNewer } from "~/ui/payments/older-and-newer";
import { DoneNotice } from "~/ui/primitives/notice";
import { RefusedNotice } from "~/ui/primitives/refused-notice";
import { StaffFrame } from "~/ui/staff/staff-frame";

export const meta: MetaFunction = () => privateMeta(m["payments.reconciliation.title"]());

export const loader = forStaff("treasurer", async ({ staff, lang, url }) => {
  const page = pageParam(url);
  return {
    role: staff.role,
    formKey: newFormKey(),
    news: payoutNewsText(url.searchParams.get("news")),
    refusal: payoutRefusalText(url.searchParams.get("refused")),
    page,
    ...(await ledgerDesk(db, lang, page)),
  };
});

export const action = forStaff("treasurer", async ({ staff, request, paths }) => {
  const form = await parseForm(request, resolveDifferenceInput);
  if (!form.ok) return redirectWith(paths.staffLedger({ refused: "note-missing" }, "#refused"));
  const resolved = await resolveDifference(db, staff, form.key, form.value);
  if (!resolved.ok) return redirectWith(paths.staffLedger({ refused: resolved.refusal }, "#refused"));
  return redirectWith(paths.staffLedger({ news: "resolved" }));
});

export default function StaffLedgerPage() {
  const desk = useLoaderData<typeof loader>();
  const { role, formKey, news, refusal, page, last, openText, differences, hasMore } = desk;
  const paths = useAllPaths();
  return (
    <StaffFrame
      title={m["payments.reconciliation.title"]()}
      lead={m["payments.reconciliation.lead"]()}
      role={role}
      here="ledger"
    >
      {news ? <DoneNotice>{news}</DoneNotice> : null}
      {refusal ? <RefusedNotice>{refusal}</RefusedNotice> : null}
      <p className="text-sm text-muted">
        {last ? m["payments.reconciliation.last"]({ date: last }) : m["payments.reconciliation.never"]()}
      </p>
      <Differences differences={differences} openText={openText} formKey={formKey} />
      <OlderAndNewer page={page} hasMore={hasMore} hrefOf={(number) => paths.staffLedger({ page: number })} />
      <LedgerBalances currencies={desk.currencies} accounts={desk.accounts} sums={desk.sums} />
    </StaffFrame>
  );
}
