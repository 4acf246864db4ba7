import { Link } from "@remix-run/react";
import type { ListingStop } from "~/modules/catalog";
import { m } from "~/paraglide/messages.js";
import { useAllPaths } from "~/ui/layouts/all-paths";
import { linkStyle } from "~/ui/primitives/button";
import { Notice } from "~/ui/primitives/notice";

/** The paper that criterion CO-05 asks for. */
const WILDLIFE_PERMIT = "wildlife_permit";

type Props = { listingId: string; stops: readonly ListingStop[] };

/** Why the public does not see a listing, and what its seller does about that. */
export function ListingStops({ listingId, stops }: Props) {
  const paths = useAllPaths();
  return stops.map((stop) => (
    <Notice key={stop} tone="warning">
      <p>{stop === "species-stopped" ? m["catalog.species.stopped"]() : m["catalog.refusal.overHundredYears"]()}</p>
      <p className="mt-2 flex flex-wrap gap-x-6 gap-y-1">
        {stop === "species-stopped" ? (
          <Link to={paths.sellerPaper(WILDLIFE_PERMIT)} className={linkStyle}>
            {m["catalog.species.permit"]()}
          </Link>
        ) : null}
        <Link to={paths.listingPart(listingId, "export")} className={linkStyle}>
          {stop === "species-stopped" ? m["catalog.species.correct"]() : m["catalog.field.madeYear"]()}
        </Link>
      </p>
    </Notice>
  ));
}
