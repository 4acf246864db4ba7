import { Link } from "@remix-run/react";
import type { HandoverView, MilestoneView, OrderView, ParcelView } from "~/modules/orders";
import { m } from "~/paraglide/messages.js";
import { PressForm } from "~/ui/forms/press-form";
import { buttonStyle, linkStyle } from "~/ui/primitives/button";
import { Icon } from "~/ui/primitives/icon";
import { AskFirst } from "~/ui/workspace/ask-first";
import { OrderSection } from "./order-section";

type FileHref = ((fileId: string) => string) | undefined;
/** How the buyer accepts one milestone; the others only see how each stands. */
export type AcceptingMilestones = { hrefOf: (milestoneId: string) => string; formKey: string };
type CorrectHref = ((position: number) => string) | undefined;
type Props = {
  order: OrderView;
  fileHref: FileHref;
  correctHref: CorrectHref;
  accepting: AcceptingMilestones | undefined;
};

/** What has left or was handed over, and what is still to come. */
export function OrderSent({ order, fileHref, correctHref, accepting }: Props) {
  const { parcels, handovers, milestones, piecesLeft, rounds } = order;
  return (
    <>
      {parcels.length > 0 ? (
        <OrderSection title={m["orders.page.parcels"]()}>
          <ul className="flex flex-col gap-3">
            {parcels.map((parcel) => (
              <Parcel key={parcel.position} parcel={parcel} correctHref={correctHref} />
            ))}
          </ul>
          {piecesLeft > 0 ? (
            <p className="mt-3 font-medium">{m["orders.page.stillToCome"]({ count: piecesLeft })}</p>
          ) : null}
        </OrderSection>
      ) : null}
      {milestones.length > 0 ? (
        <OrderSection title={m["orders.page.milestones"]()}>
          <ol className="divide-y divide-line border-y border-line">
            {milestones.map((one) => (
              <Milestone key={one.milestoneId} one={one} accepting={accepting} />
            ))}
          </ol>
        </OrderSection>
      ) : null}
      {handovers.length > 0 ? (
        <OrderSection title={m["orders.page.handovers"]()}>
          <ul className="flex flex-col gap-3">
            {handovers.map((one) => (
              <Handover key={one.round} one={one} fileHref={fileHref} />
            ))}
          </ul>
        </OrderSection>
      ) : null}
      {rounds ? <p className="mt-3 text-sm text-muted">{m["orders.page.rounds"]({ count: rounds.left })}</p> : null}
    </>
  );
}

function Milestone({ one, accepting }: { one: MilestoneView; accepting: AcceptingMilestones | undefined }) {
  const { milestoneId, title, state, offer } = one;
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 py-2.5">
      <span className="min-w-0">
        <span className="block font-medium">{title}</span>
        <span className="block text-sm text-muted">{state}</span>
        {accepting && offer?.why ? <span className="block text-sm text-muted">{offer.why}</span> : null}
      </span>
      {accepting && offer && offer.why === undefined && offer.ask === undefined ? (
        <PressForm action={accepting.hrefOf(milestoneId)} formKey={accepting.formKey} look="secondary">
          {m["orders.deed.acceptMilestone"]()}
          <span className="sr-only">: {title}</span>
        </PressForm>
      ) : null}
      {accepting && offer?.ask !== undefined ? (
        <AskFirst label={m["orders.deed.acceptMilestone"]()} ofWhat={title} look="secondary" question={offer.ask}>
          <PressForm action={accepting.hrefOf(milestoneId)} formKey={accepting.formKey} look="secondary">
            {m["orders.deed.confirmYes"]()}
          </PressForm>
        </AskFirst>
      ) : null}
    </li>
  );
}

function Parcel({ parcel, correctHref }: { parcel: ParcelView; correctHref: CorrectHref }) {
  const { position, carrier, trackingCode, trackingUrl, weight, on, contents } = parcel;
  return (
    <li className="rounded border border-line bg-surface p-4">
      <p className="flex flex-wrap items-baseline justify-between gap-x-4">
        <span className="font-semibold">{m["orders.page.parcel"]({ position })}</span>
        <span className="text-sm text-muted">{on}</span>
      </p>
      <p className="mt-1">{[carrier, trackingCode, weight].filter(Boolean).join(" · ")}</p>
      <ul className="mt-1 text-sm text-muted">
        {contents.map(({ title, quantity }) => (
          <li key={title}>
            {title}: {m["orders.page.pieces"]({ count: quantity })}
          </li>
        ))}
      </ul>
      {correctHref ? (
        <p className="mt-2">
          <Link to={correctHref(position)} className={linkStyle}>
            {m["orders.deed.correctParcel"]()}
            <span className="sr-only">: {m["orders.page.parcel"]({ position })}</span>
          </Link>
        </p>
      ) : null}
      {trackingUrl ? (
        <p className="mt-2">
          <a href={trackingUrl} rel="noreferrer" target="_blank" className={buttonStyle.quiet}>
            <Icon name="external" className="size-4" />
            {m["orders.page.track"]()}
          </a>
        </p>
      ) : null}
    </li>
  );
}

function Handover({ one, fileHref }: { one: HandoverView; fileHref: FileHref }) {
  return (
    <li className="rounded border border-line bg-surface p-4">
      <p className="flex flex-wrap items-baseline justify-between gap-x-4">
        <span className="font-semibold">{one.milestone ?? m["orders.page.round"]({ round: one.round })}</span>
        <span className="text-sm text-muted">{one.on}</span>
      </p>
      {one.words ? <p className="measure mt-1 whitespace-pre-line break-words">{one.words}</p> : null}
      {one.link ? (
        <p className="mt-2">
          <a href={one.link} rel="noreferrer nofollow" target="_blank" className={`${linkStyle} break-all`}>
            {one.link}
          </a>
        </p>
      ) : null}
      {one.files.length > 0 ? (
        <ul className="mt-2 flex flex-col">
          {one.files.map(({ fileId, name }) => (
            <li key={fileId}>
              {fileHref ? (
                <a href={fileHref(fileId)} className={buttonStyle.quiet}>
                  <Icon name="document" className="size-4" />
                  <span className="break-all">{name}</span>
                </a>
              ) : (
                <span className="break-all text-sm text-muted">{name}</span>
              )}
            </li>
          ))}
        </ul>
      ) : null}
    </li>
  );
}
