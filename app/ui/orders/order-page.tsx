import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import type { OrderView } from "~/modules/orders";
import { m } from "~/paraglide/messages.js";
import { useAllPaths } from "~/ui/layouts/all-paths";
import { buttonStyle, linkStyle } from "~/ui/primitives/button";
import { Icon } from "~/ui/primitives/icon";
import { NewTabLink } from "~/ui/primitives/new-tab-link";
import { DoneNotice, Notice } from "~/ui/primitives/notice";
import { RefusedNotice } from "~/ui/primitives/refused-notice";
import { OrderHistory } from "./order-history";
import { OrderLines } from "./order-lines";
import type { OrderNews } from "./order-news";
import { OrderProblems } from "./order-problems";
import { OrderSection } from "./order-section";
import { OrderSent, type AcceptingMilestones } from "./order-sent";
import { OrderSides } from "./order-sides";
import { OrderWay } from "./order-way";
import { SendBy } from "./send-by";
import { WithdrawalNote } from "./withdrawal-note";
import { Rating } from "./rating";
import { OrderStatusBadge } from "./status-badge";

type Props = {
  order: OrderView;
  side: "buyer" | "seller" | "staff";
  back: { href: string; label: string } | undefined;
  news: OrderNews | undefined;
  /** Undefined for staff, who open no files of the two sides. */
  fileHref: ((fileId: string) => string) | undefined;
  /** Where the seller corrects how a parcel that has left is carried; undefined where nobody may. */
  correctHref?: ((position: number) => string) | undefined;
  /** Of the buyer's own page. */
  accepting?: AcceptingMilestones;
  /** The page around it has the heading. */
  isFramed?: boolean;
  /** What can be done now. */
  deeds: ReactNode;
  /** What is due and was paid. */
  payment: ReactNode;
  /** What belongs to one side alone. */
  children?: ReactNode;
};

/** An order, the same for both sides and for staff: where it is, what can be done, what is in it, and what happened. */
export function OrderPage(page: Props) {
  const {
    order,
    side,
    back,
    news,
    fileHref,
    correctHref,
    accepting,
    isFramed = false,
    deeds,
    payment,
    children,
  } = page;
  const { reference, status, statusText, placedOn, stages, arrives, sendBy, clocks, cancelled, goingBack } = order;
  const { problems, withdrawal, rating } = order;
  const paths = useAllPaths();
  return (
    <div>
      {back ? (
        <p className="mb-3">
          <Link to={back.href} className={`inline-flex min-h-11 items-center gap-2 ${linkStyle}`}>
            <Icon name="arrowLeft" className="size-4" />
            {back.label}
          </Link>
        </p>
      ) : null}
      {news?.isRefusal ? (
        <RefusedNotice>{news.text()}</RefusedNotice>
      ) : news ? (
        <div id="news" className="scroll-mt-24">
          <DoneNotice>
            {news.text()}
            {news.fileHref === undefined ? null : (
              <>
                {" "}
                <NewTabLink href={news.fileHref}>{m["orders.document.openOne"]()}</NewTabLink>
              </>
            )}
          </DoneNotice>
        </div>
      ) : null}
      <header className="mb-5 flex flex-wrap items-center gap-x-4 gap-y-2">
        {isFramed ? null : <h1 className="text-2xl">{m["orders.page.title"]({ reference })}</h1>}
        <OrderStatusBadge status={status} text={statusText} />
        <p className="basis-full text-sm text-muted">{m["orders.page.placedOn"]({ day: placedOn })}</p>
      </header>
      <OrderWay stages={stages} />
      {clocks.map((text) => (
        <p key={text} className="mt-3 flex gap-2">
          <Icon name="clock" className="mt-0.5 size-5 shrink-0 text-muted" />
          {text}
        </p>
      ))}
      <SendBy sendBy={sendBy} />
      {arrives ? (
        <p className="mt-3 flex gap-2">
          <Icon name="pin" className="mt-0.5 size-5 shrink-0 text-muted" />
          {arrives}
        </p>
      ) : null}
      {side === "buyer" && withdrawal ? <WithdrawalNote className="mt-2">{withdrawal}</WithdrawalNote> : null}
      {cancelled && (cancelled.reason ?? cancelled.words ?? goingBack) ? (
        <div className="mt-3">
          <Notice tone="warning">
            {cancelled.reason ? <p>{m["orders.page.cancelledWhy"]({ reason: cancelled.reason })}</p> : null}
            {cancelled.words ? <p className="mt-1 whitespace-pre-line break-words">{cancelled.words}</p> : null}
            {goingBack ? <p className="mt-1">{goingBack}</p> : null}
          </Notice>
        </div>
      ) : null}
      <div className="mt-6 grid gap-x-10 lg:grid-cols-[minmax(0,1fr)_18rem]">
        <div className="min-w-0">
          <section aria-label={m["orders.page.what"]()}>{deeds}</section>
          {problems.length > 0 ? (
            <OrderSection title={m["orders.problem.title"]()}>
              <OrderProblems problems={problems} />
            </OrderSection>
          ) : null}
          <OrderSent order={order} fileHref={fileHref} correctHref={correctHref} accepting={accepting} />
          <OrderSection title={m["orders.page.lines"]()}>
            <OrderLines order={order} />
          </OrderSection>
          <OrderSection title={m["orders.page.due.title"]()} id="payment">
            {payment}
          </OrderSection>
          {rating ? (
            <OrderSection title={m["orders.rating.own"]()}>
              <Rating rating={rating}>
                {side === "seller" && rating.answer === undefined && !rating.isHidden ? (
                  <Link
                    to={paths.sellerOrderDeed(order.orderId, "answer-rating")}
                    className={`${buttonStyle.quiet} -ml-3`}
                  >
                    {m["orders.deed.answerRating"]()}
                  </Link>
                ) : null}
              </Rating>
            </OrderSection>
          ) : null}
          {children}
          <OrderHistory history={order.history} />
        </div>
        <aside className="mt-8 border-t border-line pt-6 lg:mt-0 lg:border-l lg:border-t-0 lg:pl-8 lg:pt-0">
          <OrderSides order={order} side={side} />
        </aside>
      </div>
    </div>
  );
}
