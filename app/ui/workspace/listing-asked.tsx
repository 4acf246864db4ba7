import { Link } from "@remix-run/react";
import { LISTING_FIELDS, LISTING_REASONS, type ListingField, type ListingPage } from "~/modules/catalog";
import { m } from "~/paraglide/messages.js";
import { useAllPaths } from "~/ui/layouts/all-paths";
import { linkStyle } from "~/ui/primitives/button";
import { Notice } from "~/ui/primitives/notice";
import { LISTING_FIELD_NAMES, LISTING_REASON_NAMES } from "./listing-labels";

/** Page on which a field is mended. */
const PAGE_OF: Readonly<Record<ListingField, ListingPage>> = {
  title: "about",
  description: "about",
  category: "about",
  materials: "about",
  origin: "about",
  pictures: "pictures",
  price: "price",
  "hs-code": "export",
  rights: "export",
  translations: "en",
};

type Props = {
  listingId: string;
  note: string | undefined;
  reasons: readonly { field: string; code: string; words?: string | undefined }[];
};

/** What the Federation asks to be mended of a listing, each with the way to where it is mended. */
export function ListingAsked({ listingId, note, reasons }: Props) {
  const paths = useAllPaths();
  return (
    <Notice tone="warning" icon="warning">
      <p className="font-semibold">{m["catalog.hub.changesTitle"]()}</p>
      {note ? <p className="mt-1 whitespace-pre-line">{note}</p> : null}
      <ul className="mt-2 flex flex-col gap-1">
        {reasons.map(({ field, code, words }) => {
          const known = LISTING_FIELDS.find((own) => own === field);
          const reason = LISTING_REASONS.find((own) => own === code);
          return (
            <li key={`${field} ${code}`}>
              {known ? (
                <Link to={paths.listingPart(listingId, PAGE_OF[known])} className={linkStyle}>
                  {LISTING_FIELD_NAMES[known]()}
                </Link>
              ) : null}
              {": "}
              {[reason && LISTING_REASON_NAMES[reason](), words].filter(Boolean).join(" · ")}
            </li>
          );
        })}
      </ul>
    </Notice>
  );
}
