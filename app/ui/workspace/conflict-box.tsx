import { Link } from "@remix-run/react";
import { m } from "~/paraglide/messages.js";
import { linkStyle } from "~/ui/primitives/button";

/** A field in which the two versions differ. */
export type Difference = { label: string; stored: string };

/** The other version, beside the form that holds one's own: whoever saves again has seen what she replaces. */
export function ConflictBox({ differences, reload }: { differences: readonly Difference[]; reload: string }) {
  return (
    <section aria-label={m["catalog.conflict.title"]()} className="rounded border border-line bg-sunken p-4 sm:p-5">
      <h2 className="text-lg">{m["catalog.conflict.title"]()}</h2>
      <dl className="mt-3 flex flex-col gap-3">
        {differences.map(({ label, stored }) => (
          <div key={label}>
            <dt className="text-sm text-muted">{label}</dt>
            <dd className="whitespace-pre-line break-words">
              {stored === "" ? m["catalog.conflict.empty"]() : stored}
            </dd>
          </div>
        ))}
      </dl>
      <p className="mt-4">
        <Link to={reload} reloadDocument className={linkStyle}>
          {m["catalog.conflict.take"]()}
        </Link>
      </p>
    </section>
  );
}
