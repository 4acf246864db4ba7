import type { CartView } from "~/modules/orders";
import { m } from "~/paraglide/messages.js";
import { Icon } from "~/ui/primitives/icon";

/** What the customs of the destination ask, with where that is written. */
export function CustomsNote({ customs }: { customs: CartView["customs"] }) {
  if (!customs) return null;
  return (
    <details className="mt-3 text-sm">
      <summary className="inline-flex min-h-11 list-none items-center gap-1 font-medium text-indigo">
        <Icon name="info" className="size-4" />
        {m["catalog.offer.customs"]()}
      </summary>
      <p className="text-muted">{customs.text}</p>
      <p className="mt-1 text-xs text-muted">
        {customs.asOf}.{" "}
        <a href={customs.source.url} rel="nofollow noopener" className="underline underline-offset-4" lang="en">
          {customs.source.title}
        </a>
      </p>
    </details>
  );
}
