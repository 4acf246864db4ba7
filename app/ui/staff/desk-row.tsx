import { Form, Link } from "@remix-run/react";
import { reviewPath, type DeskQueue } from "~/modules/catalog";
import { m } from "~/paraglide/messages.js";
import { useAllPaths } from "~/ui/layouts/all-paths";
import { Badge } from "~/ui/primitives/badge";
import { buttonStyle } from "~/ui/primitives/button";

export type DeskRowView = {
  itemId: string;
  subjectVersion: number;
  name: string;
  detail: string | undefined;
  waitedMinutes: number;
  due: string;
  /** Minutes until the promised answer; below zero when it is late. */
  leftMinutes: number;
  isMine: boolean;
  heldBy: string | undefined;
  /** It may be chosen: the person has opened it as it is, and nobody else holds it. */
  mayChoose: boolean;
};

const HOUR = 60;
const DAY = 24 * HOUR;

/** How long somebody waits, in the largest unit that says something. */
export function waitedText(minutes: number): string {
  if (minutes >= DAY) return m["reviews.desk.waitedDays"]({ count: Math.floor(minutes / DAY) });
  if (minutes >= HOUR) return m["reviews.desk.waitedHours"]({ count: Math.floor(minutes / HOUR) });
  if (minutes < 1) return m["reviews.desk.waitedNone"]();
  return m["reviews.desk.waitedMinutes"]({ count: Math.floor(minutes) });
}

function whyNotChosen(heldBy: string | undefined): string {
  return heldBy ? m["reviews.desk.heldBy"]({ name: heldBy }) : m["reviews.desk.lookFirst"]();
}

type Props = { row: DeskRowView; queue: DeskQueue; formKey: string; bulkForm: string | undefined };

/** One that waits: what it is, how long, until when it was promised, and who looks at it. */
export function DeskRow({ row, queue, formKey, bulkForm }: Props) {
  const { itemId, subjectVersion, name, detail, waitedMinutes, due, leftMinutes, isMine, heldBy, mayChoose } = row;
  const paths = useAllPaths();
  const urgency = leftMinutes < 0 ? "late" : leftMinutes < DAY ? "soon" : undefined;
  return (
    <li
      data-row
      // What the key of choosing says of a row that cannot be chosen.
      data-why-x={bulkForm !== undefined && !mayChoose ? whyNotChosen(heldBy) : undefined}
      className="flex flex-wrap items-center gap-x-5 gap-y-2 px-4 py-4 focus-within:bg-sunken sm:px-5"
    >
      {bulkForm !== undefined && mayChoose ? (
        <label className="inline-flex size-11 shrink-0 items-center justify-center">
          <input
            type="checkbox"
            form={bulkForm}
            name="items"
            value={`${itemId}:${subjectVersion}`}
            data-key="x"
            className="size-5 accent-madder"
          />
          <span className="sr-only">{m["reviews.desk.choose"]({ name })}</span>
        </label>
      ) : null}
      <div className="min-w-0 flex-1 basis-60">
        <p className="flex flex-wrap items-center gap-2 font-semibold">
          <Link to={reviewPath(paths, queue, itemId)} className="underline-offset-4 hover:underline">
            {name}
          </Link>
          {urgency === "late" ? <Badge tone="warning">{m["reviews.desk.late"]()}</Badge> : null}
          {urgency === "soon" ? <Badge tone="featured">{m["reviews.desk.soon"]()}</Badge> : null}
        </p>
        <p className="text-sm text-muted">
          {[detail, waitedText(waitedMinutes), m["reviews.desk.due"]({ when: due })].filter(Boolean).join(" · ")}
        </p>
        {heldBy ? <p className="text-sm">{m["reviews.desk.heldBy"]({ name: heldBy })}</p> : null}
      </div>
      {heldBy ? null : (
        <div className="flex flex-wrap items-center gap-2">
          <Form method="post" action={paths.claimReview(itemId)}>
            <input type="hidden" name="formKey" value={formKey} />
            <button type="submit" data-key="c" className={buttonStyle.secondary}>
              {isMine ? m["reviews.desk.goOn"]() : m["reviews.desk.take"]()}
              <span className="sr-only"> {name}</span>
            </button>
          </Form>
          {isMine ? (
            <Form method="post" action={paths.releaseReview(itemId)}>
              <input type="hidden" name="formKey" value={formKey} />
              <button type="submit" className={buttonStyle.quiet}>
                {m["reviews.desk.letGo"]()}
                <span className="sr-only"> {name}</span>
              </button>
            </Form>
          ) : null}
        </div>
      )}
    </li>
  );
}
