import type { StageState, StageView } from "~/modules/orders";
import { m } from "~/paraglide/messages.js";
import { Icon } from "~/ui/primitives/icon";

const SPOKEN: Readonly<Record<StageState, () => string>> = {
  done: m["orders.page.stage.isDone"],
  here: m["orders.page.stage.isHere"],
  next: m["orders.page.stage.isNext"],
  ahead: m["orders.page.stage.isAhead"],
  ended: m["orders.page.stage.isDone"],
};

const DOTS: Readonly<Record<StageState, string>> = {
  done: "border-verified bg-verified text-surface",
  here: "border-verified bg-verified text-surface ring-4 ring-saffron-wash",
  next: "border-madder bg-surface text-madder",
  ahead: "border-line bg-surface text-muted",
  ended: "border-ink bg-ink text-surface",
};

/**
 * The way of an order: down the page on a phone, across it where there is room; the last step that is done stands out, and the
 * next is named.
 */
export function OrderWay({ stages }: { stages: readonly StageView[] }) {
  return (
    <section aria-label={m["orders.page.way"]()} className="rounded border border-line bg-surface p-4 sm:p-5">
      <ol className="flex flex-col sm:flex-row">
        {stages.map((one, at) => (
          <li
            key={one.stage}
            aria-current={one.state === "here" ? "step" : undefined}
            className="relative flex min-w-0 gap-3 pb-5 last:pb-0 sm:flex-1 sm:flex-col sm:gap-2 sm:pb-0"
          >
            {at < stages.length - 1 ? <Line isDone={one.state === "done"} /> : null}
            <span
              aria-hidden="true"
              className={`relative z-10 inline-flex size-8 shrink-0 items-center justify-center rounded-full border-2 text-sm font-semibold ${DOTS[one.state]}`}
            >
              <Mark state={one.state} number={at + 1} />
            </span>
            <span className="min-w-0 pt-1 sm:pr-3 sm:pt-0">
              <span className={`block text-sm ${one.state === "here" ? "font-bold" : "font-medium"}`}>{one.label}</span>
              <span className="block text-sm text-muted">
                {one.state === "next" ? SPOKEN.next() : (one.on ?? null)}
              </span>
              <span className="sr-only">{one.state === "next" ? null : SPOKEN[one.state]()}</span>
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}

function Line({ isDone }: { isDone: boolean }) {
  return (
    <span
      aria-hidden="true"
      className={`absolute bottom-0 left-[0.95rem] top-8 w-0.5 sm:bottom-auto sm:left-8 sm:right-0 sm:top-[0.95rem] sm:h-0.5 sm:w-auto ${isDone ? "bg-verified" : "bg-line"}`}
    />
  );
}

function Mark({ state, number }: { state: StageState; number: number }) {
  if (state === "done" || state === "here") return <Icon name="check" className="size-4" />;
  if (state === "ended") return <Icon name="close" className="size-4" />;
  return <>{number}</>;
}
