import type { ReactNode } from "react";
import { m } from "~/paraglide/messages.js";
import { linkStyle } from "./button";
import { Icon } from "./icon";

/** A link that leaves the page where it is, with all that was typed into it, and says so before it is pressed. */
export function NewTabLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <a href={href} target="_blank" rel="noreferrer" className={`${linkStyle} inline-flex items-baseline gap-1`}>
      {children}
      <Icon name="external" className="size-4 shrink-0 self-center" />
      <span className="sr-only">{m["site.newTab"]()}</span>
    </a>
  );
}
