import { Link } from "@remix-run/react";
import type { OwnPassport } from "~/modules/export-readiness";
import { m } from "~/paraglide/messages.js";
import { useAllPaths } from "~/ui/layouts/all-paths";
import { Badge } from "~/ui/primitives/badge";
import { linkStyle } from "~/ui/primitives/button";
import { PASSPORT_STATE_NAMES } from "./passport-words";

/** The passports that a seller has in the world: one for each market at most. */
export function PassportList({ passports }: { passports: readonly OwnPassport[] }) {
  const paths = useAllPaths();
  if (passports.length === 0) return null;
  return (
    <section aria-labelledby="passports-title" className="mt-8">
      <h2 id="passports-title" className="text-xl">
        {m["passports.own.list"]()}
      </h2>
      <ul className="mt-3 divide-y divide-line rounded border border-line bg-surface">
        {passports.map(({ passportId, marketId, market, shownCode, validUntil, state }) => (
          <li key={passportId} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 px-4 py-3">
            <span>
              <Link
                to={paths.ownMarket(marketId, {}, "#passport")}
                className={`${linkStyle} inline-flex min-h-11 items-center`}
              >
                {market}
              </Link>
              <span className="block text-sm text-muted">
                <span className="whitespace-nowrap tabular-nums">{shownCode}</span> · {m["passports.validUntil"]()}:{" "}
                {validUntil}
              </span>
            </span>
            <Badge tone={state === "valid" ? "verified" : "plain"}>{PASSPORT_STATE_NAMES[state]()}</Badge>
          </li>
        ))}
      </ul>
    </section>
  );
}
