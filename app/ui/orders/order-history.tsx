import type { OrderEventView } from "~/modules/orders";
import { m } from "~/paraglide/messages.js";

/** Everything that happened, the latest first; folded, since the way above says what matters. */
export function OrderHistory({ history }: { history: readonly OrderEventView[] }) {
  return (
    <details className="mt-8 rounded border border-line bg-surface px-4">
      <summary className="min-h-11 cursor-pointer py-2.5 font-medium">{m["orders.page.history"]()}</summary>
      <ol className="divide-y divide-line border-t border-line pb-2">
        {history.map(({ position, when, who, text, words }) => (
          <li key={position} className="py-2.5">
            <p className="flex flex-wrap justify-between gap-x-4">
              <span>
                <span className="font-medium">{text}</span> · <span className="text-muted">{who}</span>
              </span>
              <span className="text-sm text-muted">{when}</span>
            </p>
            {words ? <p className="measure whitespace-pre-line break-words text-sm text-muted">{words}</p> : null}
          </li>
        ))}
      </ol>
    </details>
  );
}
