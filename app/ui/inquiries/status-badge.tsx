import type { InquiryStatus } from "~/modules/inquiries";
import { m } from "~/paraglide/messages.js";

export const STATUS_NAMES: Readonly<Record<InquiryStatus, () => string>> = {
  unconfirmed: m["inquiries.status.unconfirmed"],
  open: m["inquiries.status.open"],
  answered: m["inquiries.status.answered"],
  declined: m["inquiries.status.declined"],
  closed: m["inquiries.status.closed"],
  spam: m["inquiries.status.spam"],
  stopped: m["inquiryCases.status.stopped"],
};

const TONES: Readonly<Record<InquiryStatus, string>> = {
  unconfirmed: "border-line text-muted",
  open: "border-saffron bg-saffron-wash text-ink",
  answered: "border-verified text-verified",
  declined: "border-line text-muted",
  closed: "border-line text-muted",
  spam: "border-line text-muted",
  stopped: "border-line text-muted",
};

/** Who has the next word, in two words. */
export function StatusBadge({ status }: { status: InquiryStatus }) {
  return (
    <span
      className={`inline-flex items-center whitespace-nowrap rounded border px-2 py-0.5 text-sm font-medium ${TONES[status]}`}
    >
      {STATUS_NAMES[status]()}
    </span>
  );
}
