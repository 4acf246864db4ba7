import type { MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { BLOCKED_PAGE_SIZE } from "~/modules/inquiries";
import { listBlocked, unblockBuyer, unblockInput } from "~/modules/inquiries/index.server";
import { m } from "~/paraglide/messages.js";
import { db } from "~/platform/db/db.server";
import { pageParam } from "~/platform/http/address-parts.server";
import { orNotFound } from "~/platform/http/answers.server";
import { redirectWith } from "~/platform/http/cookies.server";
import { newFormKey, parseForm } from "~/platform/http/form.server";
import { forSeller } from "~/platform/http/openers.server";
import { dateFormat } from "~/platform/i18n/formatters";
import { PressForm } from "~/ui/forms/press-form";
import { privateMeta } from "~/ui/layouts/page-meta";
import { useAllPaths } from "~/ui/layouts/all-paths";
import { linkStyle } from "~/ui/primitives/button";
import { EmptyState } from "~/ui/primitives/empty-state";
import { DoneNotice } from "~/ui/primitives/notice";
import { Pagination } from "~/ui/primitives/pagination";
import { WorkspaceFrame } from "~/ui/workspace/workspace-frame";

export const meta: MetaFunction = () => privateMeta(m["inquiryCases.blocked.title"]());

export const loader = forSeller("editor", async ({ seller, url, lang }) => {
  const page = pageParam(url);
  const { rows, found } = await listBlocked(db, seller.sellerId, { page });
  const day = dateFormat(lang, { dateStyle: "medium", timeZone: "Asia/Baku" });
  return {
    formKey: newFormKey(),
    isLifted: url.searchParams.has("lifted"),
    rows: rows.map(({ blockedAt, ...row }) => ({ ...row, when: day.format(blockedAt) })),
    page,
    pageCount: Math.ceil(found / BLOCKED_PAGE_SIZE),
  };
});

export const action = forSeller("editor", async ({ seller, request, paths }) => {
  const form = await parseForm(request, unblockInput);
  const { inquiryId } = orNotFound(form.ok ? form.value : undefined);
  const lifted = await unblockBuyer(db, seller, form.key, inquiryId);
  orNotFound(lifted.ok ? lifted : undefined);
  return redirectWith(paths.blocked({ lifted: "1" }));
});

export default function BlockedPage() {
  const { formKey, isLifted, rows, page, pageCount } = useLoaderData<typeof loader>();
  const paths = useAllPaths();
  return (
    <WorkspaceFrame title={m["inquiryCases.blocked.title"]()} lead={m["inquiryCases.blocked.lead"]()}>
      {isLifted ? <DoneNotice>{m["inquiryCases.blocked.lifted"]()}</DoneNotice> : null}
      {rows.length === 0 ? (
        <EmptyState title={m["inquiryCases.blocked.none"]()}>{m["inquiryCases.blocked.noneText"]()}</EmptyState>
      ) : (
        <ul className="divide-y divide-line rounded border border-line bg-surface">
          {rows.map(({ inquiryId, name, company, when }) => (
            <li key={inquiryId} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 px-4 py-3">
              <div className="min-w-0">
                <Link to={paths.sellerInquiry(inquiryId)} className={linkStyle}>
                  {name ?? m["inquiries.thread.gone"]()}
                </Link>
                <p className="text-sm text-muted">
                  {[company, m["inquiryCases.blocked.since"]({ when })].filter(Boolean).join(" · ")}
                </p>
              </div>
              <PressForm action={paths.blocked()} formKey={formKey} fields={{ inquiryId }} look="secondary">
                {m["inquiryCases.block.lift"]()}
              </PressForm>
            </li>
          ))}
        </ul>
      )}
      <Pagination page={page} pageCount={pageCount} hrefOf={(number) => paths.blocked({ page: number })} />
      <p className="mt-8">
        <Link to={paths.inbox()} className={linkStyle}>
          {m["inquiries.inbox.title"]()}
        </Link>
      </p>
    </WorkspaceFrame>
  );
}
