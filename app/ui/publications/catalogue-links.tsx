import { Link } from "@remix-run/react";
import { m } from "~/paraglide/messages.js";
import type { CatalogueAddress } from "~/platform/http/public-paths";
import { usePaths } from "~/ui/layouts/site";
import { linkStyle } from "~/ui/primitives/button";

/** The ways to take the listings of a page along. */
export function CatalogueLinks({ address }: { address: CatalogueAddress }) {
  const paths = usePaths();
  const style = `${linkStyle} inline-flex min-h-11 items-center`;
  return (
    <nav aria-label={m["publications.links.label"]()} className="flex flex-wrap items-center gap-x-5">
      <Link to={paths.catalogue(address)} rel="nofollow" className={style}>
        {m["publications.links.pdf"]()}
      </Link>
      <a href={paths.catalogue(address, "xlsx")} download rel="nofollow" className={style}>
        {m["publications.links.xlsx"]()}
      </a>
      <a href={paths.catalogue(address, "json")} download rel="nofollow" className={style}>
        {m["publications.links.json"]()}
      </a>
    </nav>
  );
}
