import type { InquiryStatus } from "~/modules/inquiries";
import { m } from "~/paraglide/messages.js";
import { ChipFilter } from "~/ui/primitives/chip-filter";
import { STATUS_NAMES } from "./status-badge";

export type ChosenInquiries = {
  status?: string | undefined;
  mine?: string | undefined;
  unread?: string | undefined;
  q?: string | undefined;
};

type Props = {
  chosen: ChosenInquiries;
  counts: readonly { status: InquiryStatus; count: number }[];
  unread: number;
  /** Whether a member's own threads can be asked for. */
  hasMine: boolean;
  hrefOf: (chosen: ChosenInquiries) => string;
};

/** States with how many are in each, what is unread, one's own, and a search. */
export function InquiryFilter({ chosen, counts, unread, hasMine, hrefOf }: Props) {
  const { status, mine, unread: onlyUnread, q } = chosen;
  const isAll = !status && !mine && !onlyUnread;
  const chips = [
    { key: "all", label: m["inquiries.inbox.all"](), href: hrefOf({ q }), isOn: isAll },
    ...(unread > 0 || onlyUnread
      ? [
          {
            key: "unread",
            label: m["inquiries.inbox.unread"]({ count: unread }),
            href: hrefOf({ q, unread: "1" }),
            isOn: onlyUnread !== undefined,
          },
        ]
      : []),
    ...(hasMine
      ? [{ key: "mine", label: m["inquiries.inbox.mine"](), href: hrefOf({ q, mine: "1" }), isOn: mine !== undefined }]
      : []),
    ...counts
      .filter(({ count }) => count > 0)
      .map((one) => ({
        key: one.status,
        label: `${STATUS_NAMES[one.status]()} · ${one.count}`,
        href: hrefOf({ q, status: one.status }),
        isOn: one.status === status,
      })),
  ];
  return (
    <ChipFilter
      chips={chips}
      action={hrefOf({})}
      kept={{ status, mine, unread: onlyUnread }}
      words={q}
      label={m["inquiries.inbox.search"]()}
      submit={m["inquiries.inbox.find"]()}
    />
  );
}
