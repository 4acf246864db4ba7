import type { OrderStep } from "~/modules/sellers";
import { m } from "~/paraglide/messages.js";
import { Notice } from "~/ui/primitives/notice";

const NAMES: Readonly<Record<OrderStep, () => string>> = {
  legal: m["reviews.item.lacks.legal"],
  paper: m["reviews.item.lacks.paper"],
  bank: m["reviews.item.lacks.bank"],
};

/** What a shop lacks before buyers may order from it, which does not keep it from being approved. */
export function LackingNotice({ lacking }: { lacking: readonly OrderStep[] }) {
  if (lacking.length === 0) return null;
  return (
    <div className="mt-8">
      <Notice tone="info">
        {m["reviews.item.lacks"]({ what: lacking.map((step) => NAMES[step]()).join(", ") })}{" "}
        {m["reviews.item.inquiryOnly"]()}
      </Notice>
    </div>
  );
}
