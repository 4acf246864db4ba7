import { Link } from "@remix-run/react";
import type { Commission, ListingStop } from "~/modules/catalog";
import { m } from "~/paraglide/messages.js";
import { useAllPaths } from "~/ui/layouts/all-paths";
import { linkStyle } from "~/ui/primitives/button";
import { Notice } from "~/ui/primitives/notice";
import { ListingStops } from "./listing-stops";

const COMMISSION_TEXTS: Readonly<Record<Commission, () => string>> = {
  carpets: m["catalog.route.carpets"],
  art: m["catalog.route.art"],
  instruments: m["catalog.route.instruments"],
  books: m["catalog.route.books"],
  ministry: m["catalog.route.ministry"],
};

/** The paper that criterion CO-06 asks for. */
const CERTIFICATE = "cultural_export_certificate";

type Props = {
  listingId: string;
  restrictions: { stops: readonly ListingStop[]; commission?: Commission | undefined; isSpeciesCleared: boolean };
};

/** How a good leaves the country: what stops it, or with which paper it goes. */
export function LeavingNote({ listingId, restrictions: { stops, commission, isSpeciesCleared } }: Props) {
  const paths = useAllPaths();
  if (stops.length === 0 && commission === undefined && !isSpeciesCleared) return null;
  return (
    <div className="mb-6 flex flex-col gap-3">
      <ListingStops listingId={listingId} stops={stops} />
      {isSpeciesCleared ? <Notice tone="info">{m["catalog.species.cleared"]()}</Notice> : null}
      {commission === undefined ? null : (
        <Notice tone="info">
          <p className="font-semibold">{m["catalog.route.title"]()}</p>
          <p className="mt-1">{m["catalog.route.text"]()}</p>
          <p className="mt-1">{COMMISSION_TEXTS[commission]()}</p>
          <p className="mt-2">
            <Link to={paths.sellerPaper(CERTIFICATE)} className={linkStyle}>
              {m["catalog.route.upload"]()}
            </Link>
          </p>
        </Notice>
      )}
    </div>
  );
}
