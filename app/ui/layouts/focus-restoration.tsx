import { useLocation, useNavigationType } from "@remix-run/react";
import { useEffect, useRef } from "react";

/** Where in a document a link stands: its address as it is written, and which of the links with that address it is. */
type Place = { href: string; nth: number };

/**
 * By entry of the history, the link that was followed from it. The key of an entry alone would not do: all that the
 * browser makes by itself, for a `#place` of a page, have the same.
 */
const followed = new Map<string, Place>();

/**
 * What a browser does with the keyboard's place when it loads whole documents: back and forward return to the link that
 * was followed, and another page begins at its beginning. Filters and page numbers, which keep the path, leave it alone.
 */
export function FocusRestoration() {
  const { key, pathname, search } = useLocation();
  const type: string = useNavigationType();
  const address = `${pathname}${search}`;
  const entry = `${key} ${address}`;
  const before = useRef({ address, pathname });

  useEffect(() => {
    const remember = (event: MouseEvent) => {
      const link = event.target instanceof Element ? event.target.closest("a") : null;
      const href = link?.getAttribute("href");
      if (link && href) followed.set(entry, { href, nth: linksTo(href).indexOf(link) });
    };
    // Before a link's own handler starts the navigation.
    document.addEventListener("click", remember, { capture: true });
    return () => document.removeEventListener("click", remember, { capture: true });
  }, [entry]);

  useEffect(() => {
    const isSameAddress = before.current.address === address;
    const isOtherPage = before.current.pathname !== pathname;
    before.current = { address, pathname };
    // The first page, or another place of it, where the browser has put the focus.
    if (isSameAddress) return;
    const place = followed.get(entry);
    const link = type === "POP" && place ? linksTo(place.href)[place.nth] : undefined;
    const target = link ?? (isOtherPage ? document.getElementById("content") : undefined);
    target?.focus({ preventScroll: true });
  }, [entry, address, pathname, type]);

  return null;
}

function linksTo(href: string): HTMLAnchorElement[] {
  return [...document.querySelectorAll("a")].filter((link) => link.getAttribute("href") === href);
}
