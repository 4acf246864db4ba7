import type { ListingPageView } from "~/modules/catalog";
import { m } from "~/paraglide/messages.js";
import { Notice } from "~/ui/primitives/notice";
import { FactTable } from "./fact-table";

type Props = {
  listing: Omit<ListingPageView, "seller" | "canBeSampled">;
};

/** What a listing says of itself, below its pictures. */
export function ListingDetails({ listing }: Props) {
  return (
    <div className="measure flex flex-col gap-8">
      {listing.textLang ? <Notice tone="info">{m["catalog.page.otherLanguage"]()}</Notice> : null}
      <section>
        <h2 className="text-xl">{m["catalog.page.description"]()}</h2>
        <p className="mt-2 whitespace-pre-line" lang={listing.textLang}>
          {listing.description}
        </p>
        {listing.heritage ? <p className="mt-3 text-sm text-muted">{listing.heritage}</p> : null}
      </section>
      {listing.deliverables ? (
        <section>
          <h2 className="text-xl">{m["catalog.page.deliverables"]()}</h2>
          <p className="mt-2">{listing.deliverables}</p>
        </section>
      ) : null}
      <FactTable title={m["catalog.page.facts"]()} facts={listing.facts} />
      {listing.rights ? (
        <section>
          <h2 className="text-xl">{m["catalog.page.rights"]()}</h2>
          <p className="mt-2">{listing.rights}</p>
        </section>
      ) : null}
      <FactTable
        title={listing.kind === "service" ? m["catalog.page.conditions"]() : m["catalog.page.trade"]()}
        facts={listing.tradeFacts}
      />
    </div>
  );
}
