import { Link, useLocation } from "@remix-run/react";
import { useSyncExternalStore } from "react";
import { cartCountOf } from "~/platform/http/cart-count";
import { m } from "~/paraglide/messages.js";
import { Icon } from "~/ui/primitives/icon";
import { usePaths } from "./site";

/** Another tab may have put something in: the number is looked at anew when the reader comes back to this one. */
function subscribe(look: () => void) {
  window.addEventListener("focus", look);
  return () => window.removeEventListener("focus", look);
}

/** The same for everybody as it is served; the number of lines is put on by the reader's own browser. */
export function CartLink({ className }: { className: string }) {
  // Each step through the site looks anew.
  useLocation();
  const count = useSyncExternalStore(
    subscribe,
    () => cartCountOf(document.cookie),
    () => 0,
  );
  const name = count > 0 ? m["checkout.cart.linkLines"]({ count }) : m["checkout.cart.link"]();
  return (
    <Link
      to={usePaths().cart()}
      aria-label={name}
      title={name}
      rel="nofollow"
      className={`relative inline-flex size-11 shrink-0 items-center justify-center text-muted hover:text-ink ${className}`}
    >
      <Icon name="cart" className="size-5" />
      {count > 0 ? (
        <span
          aria-hidden="true"
          className="absolute right-0.5 top-0.5 inline-flex h-5 min-w-5 items-center justify-center rounded-full bg-madder px-1 text-xs font-semibold tabular-nums text-on-madder"
        >
          {count}
        </span>
      ) : null}
    </Link>
  );
}
