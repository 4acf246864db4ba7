import type { SubmissionResult } from "@conform-to/react";
import type { GiveBackView } from "~/modules/payments";
import { m } from "~/paraglide/messages.js";
import { DeedPage } from "~/ui/orders/deed-page";
import { Notice } from "~/ui/primitives/notice";
import { GiveBackForm } from "./give-back-form";

type Props = {
  money: GiveBackView;
  lead: string;
  back: string;
  last: SubmissionResult | undefined;
  formKey: string;
};

/** What came, what went back and what is left, and the form that gives of it back. */
export function GiveBackPage({ money, lead, back, last, formKey }: Props) {
  const { reference, received, left, hasLeft, disputed, happens } = money;
  return (
    <DeedPage title={m["refunds.title"]()} lead={lead} back={back} reference={reference}>
      <dl className="mb-6 grid grid-cols-[1fr_auto] gap-x-6 gap-y-1 rounded border border-line bg-surface p-4">
        <Sum name={m["refunds.sum.received"]()} value={received} />
        <Sum name={m["refunds.sum.back"]()} value={money.back} />
        {disputed ? <Sum name={m["refunds.sum.disputed"]()} value={disputed} /> : null}
        <Sum name={m["refunds.sum.left"]()} value={left} isLast />
      </dl>
      {hasLeft ? (
        <div className="mb-6">
          <Notice tone="info">{happens}</Notice>
        </div>
      ) : null}
      {hasLeft ? (
        <GiveBackForm money={money} last={last} formKey={formKey} />
      ) : (
        <p className="text-muted">
          {disputed ? m["refunds.refusal.disputeOpen"]() : m["refunds.refusal.nothingLeft"]()}
        </p>
      )}
    </DeedPage>
  );
}

function Sum({ name, value, isLast = false }: { name: string; value: string; isLast?: boolean }) {
  const look = isLast ? "border-t border-line pt-1 font-semibold" : "";
  return (
    <>
      <dt className={look}>{name}</dt>
      <dd className={`whitespace-nowrap text-right tabular-nums ${look}`}>{value}</dd>
    </>
  );
}
