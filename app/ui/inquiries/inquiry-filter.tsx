import { Form, Link } from "@remix-run/react";
import type { InquiryStatus } from "~/modules/inquiries";
import { m } from "~/paraglide/messages.js";
import { buttonStyle, chipStyle, fieldStyle } from "~/ui/primitives/button";
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
    <div className="mb-5 flex flex-col gap-4">
      <ul className="flex flex-wrap gap-2">
        {chips.map(({ key, label, href, isOn }) => (
          <li key={key}>
            <Link to={href} aria-current={isOn ? "true" : undefined} className={chipStyle}>
              {label}
            </Link>
          </li>
        ))}
      </ul>
      <Form method="get" action={hrefOf({})} role="search" className="flex max-w-xl gap-2">
        {status ? <input type="hidden" name="status" value={status} /> : null}
        {mine ? <input type="hidden" name="mine" value={mine} /> : null}
        {onlyUnread ? <input type="hidden" name="unread" value={onlyUnread} /> : null}
        <input
          key={q}
          type="search"
          name="q"
          defaultValue={q}
          aria-label={m["inquiries.inbox.search"]()}
          placeholder={m["inquiries.inbox.search"]()}
          className={fieldStyle}
        />
        <button type="submit" className={buttonStyle.secondary}>
          {m["inquiries.inbox.find"]()}
        </button>
      </Form>
    </div>
  );
}
