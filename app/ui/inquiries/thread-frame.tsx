import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import type { Side, ThreadView } from "~/modules/inquiries";
import { m } from "~/paraglide/messages.js";
import { useAllPaths } from "~/ui/layouts/all-paths";
import { linkStyle } from "~/ui/primitives/button";
import { Icon } from "~/ui/primitives/icon";
import { DoneNotice, Notice } from "~/ui/primitives/notice";
import { StatusBadge } from "./status-badge";
import { ThreadAbout } from "./thread-about";

type Props = {
  thread: ThreadView;
  side: Side;
  back: { href: string; label: string } | undefined;
  news: string | undefined;
  /** Beside the listings: what belongs to the shop alone. */
  aside?: ReactNode;
  children: ReactNode;
};

/** A thread with what it is about beside it, on a phone above, since it is what the words refer to; what is done with it comes last there. */
export function ThreadFrame({ thread, side, back, news, aside, children }: Props) {
  const paths = useAllPaths();
  const { inquiryId, seller, buyer, kind, reference, openReports } = thread;
  const title = kind === "sample" ? m["inquiries.thread.titleSample"] : m["inquiries.thread.title"];
  return (
    <div className="mx-auto max-w-5xl py-6">
      {back ? (
        <p className="mb-3">
          <Link to={back.href} className={`inline-flex min-h-11 items-center gap-2 ${linkStyle}`}>
            <Icon name="arrowLeft" className="size-4" />
            {back.label}
          </Link>
        </p>
      ) : null}
      {news ? <DoneNotice>{news}</DoneNotice> : null}
      {openReports.includes(side) ? (
        <div className="mb-5">
          <Notice tone="info">
            {m["inquiryCases.report.waits"]()}{" "}
            <Link
              to={side === "seller" ? paths.sellerReportInquiry(inquiryId) : paths.reportInquiry(inquiryId)}
              className={linkStyle}
            >
              {m["inquiryCases.report.see"]()}
            </Link>
          </Notice>
        </div>
      ) : null}
      {openReports.includes(side === "seller" ? "buyer" : "seller") ? (
        <div className="mb-5">
          <Notice tone="warning">
            {m["inquiryCases.against.notice"]()}{" "}
            <Link
              to={side === "seller" ? paths.sellerAnswerInquiryReport(inquiryId) : paths.answerInquiryReport(inquiryId)}
              className={linkStyle}
            >
              {m["reviews.report.letter.answer"]()}
            </Link>
          </Notice>
        </div>
      ) : null}
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
        <h1 className="text-2xl">{side === "seller" ? buyer.name : seller.name}</h1>
        <StatusBadge status={thread.status} />
      </div>
      <p className="mt-1 text-muted">
        {title({ reference })} · {m["inquiries.thread.started"]({ when: thread.started })}
        {side === "buyer" ? ` · ${m["inquiries.thread.bakuTime"]()}` : ""}
      </p>
      {side === "seller" ? (
        <p className="text-muted">
          {[
            buyer.company,
            buyer.isGuest ? m["inquiries.thread.guest"]() : undefined,
            buyer.answeredBefore > 0
              ? m["inquiries.thread.answeredBefore"]({ count: buyer.answeredBefore })
              : undefined,
          ]
            .filter(Boolean)
            .join(" · ")}
        </p>
      ) : seller.isPublic ? (
        <p>
          <Link to={paths.seller(seller.slug)} className={linkStyle}>
            {m["catalog.offer.seeSeller"]()}
          </Link>
        </p>
      ) : null}
      <div className="mt-6 grid gap-8 lg:grid-cols-[minmax(0,1fr)_20rem] lg:grid-rows-[auto_1fr]">
        <div className="self-start lg:col-start-2 lg:row-start-1">
          <ThreadAbout thread={thread} />
        </div>
        <div className="min-w-0 lg:col-start-1 lg:row-span-2 lg:row-start-1">{children}</div>
        {aside ? <div className="self-start lg:col-start-2 lg:row-start-2">{aside}</div> : null}
      </div>
    </div>
  );
}
