import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { m } from "~/paraglide/messages.js";
import { linkStyle } from "~/ui/primitives/button";
import { Icon } from "~/ui/primitives/icon";

type Props = { title: string; lead: string | undefined; back: string; reference: string; children: ReactNode };

/** A deed of an order that asks for something: its form, with the way back. */
export function DeedPage({ title, lead, back, reference, children }: Props) {
  return (
    <div className="mx-auto max-w-2xl py-8">
      <p className="mb-3">
        <Link to={back} className={`inline-flex min-h-11 items-center gap-2 ${linkStyle}`}>
          <Icon name="arrowLeft" className="size-4" />
          {m["orders.deed.back"]()}
        </Link>
      </p>
      <p className="text-sm text-muted">{m["orders.page.title"]({ reference })}</p>
      <h1 className="text-2xl">{title}</h1>
      {lead ? <p className="measure mt-2 text-muted">{lead}</p> : null}
      <div className="mt-6">{children}</div>
    </div>
  );
}
