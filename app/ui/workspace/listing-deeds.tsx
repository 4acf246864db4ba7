import { Form, Link } from "@remix-run/react";
import type { ListingDeed, ListingPage, ListingStop, PublishNeed } from "~/modules/catalog";
import { m } from "~/paraglide/messages.js";
import { useAllPaths } from "~/ui/layouts/all-paths";
import { buttonStyle, linkStyle } from "~/ui/primitives/button";
import { Icon } from "~/ui/primitives/icon";
import { Notice } from "~/ui/primitives/notice";
import { ListingStops } from "./listing-stops";
import { DEED_NAMES, NEED_NAMES } from "./listing-labels";

type Props = {
  formKey: string;
  listing: {
    listingId: string;
    deeds: readonly ListingDeed[];
    needs: readonly { need: PublishNeed; page: ListingPage }[];
    isClosedToExport: boolean;
    stops: readonly ListingStop[];
  };
};

/** What is missing, and what may be done now: sending first. */
export function ListingDeeds({ formKey, listing: { listingId, deeds, needs, isClosedToExport, stops } }: Props) {
  const paths = useAllPaths();
  const maySend = deeds.includes("submit");
  return (
    <section className="flex flex-col gap-4 rounded border border-line bg-surface p-4 sm:p-5">
      <ListingStops listingId={listingId} stops={stops} />
      {maySend ? <Needs listingId={listingId} needs={needs} /> : null}
      {isClosedToExport ? <Notice tone="info">{m["catalog.hub.closedToExport"]()}</Notice> : null}
      <div className="flex flex-wrap items-center gap-3">
        {deeds
          .filter((deed) => deed !== "archive" && (deed !== "submit" || needs.length === 0))
          .map((deed) => (
            <DeedButton
              key={deed}
              path={paths.listingDeed(listingId, deed)}
              formKey={formKey}
              look={deed === "submit" ? "primary" : "secondary"}
              name={DEED_NAMES[deed]()}
            />
          ))}
        <Link to={paths.previewListing(listingId)} className={buttonStyle.secondary}>
          {m["catalog.deed.preview"]()}
        </Link>
        <DeedButton
          path={paths.listingDeed(listingId, "duplicate")}
          formKey={formKey}
          look="quiet"
          name={m["catalog.deed.duplicate"]()}
        />
        {deeds.includes("archive") ? (
          <DeedButton
            path={paths.listingDeed(listingId, "archive")}
            formKey={formKey}
            look="quiet"
            name={DEED_NAMES.archive()}
            hint={m["catalog.deed.archiveHint"]()}
          />
        ) : null}
      </div>
    </section>
  );
}

function Needs({ listingId, needs }: Pick<Props["listing"], "listingId" | "needs">) {
  const paths = useAllPaths();
  if (needs.length === 0) {
    return (
      <p className="flex items-center gap-2 font-medium text-verified">
        <Icon name="check" className="size-5" />
        {m["catalog.hub.ready"]()}
      </p>
    );
  }
  return (
    <div>
      <h2 className="text-lg">{m["catalog.hub.needs"]()}</h2>
      <ul className="mt-2 flex list-disc flex-col gap-1 pl-5">
        {needs.map(({ need, page }) => (
          <li key={need}>
            <Link to={paths.listingPart(listingId, page)} className={linkStyle}>
              {NEED_NAMES[need]()}
            </Link>
          </li>
        ))}
      </ul>
    </div>
  );
}

type ButtonProps = { path: string; formKey: string; look: keyof typeof buttonStyle; name: string; hint?: string };

function DeedButton({ path, formKey, look, name, hint }: ButtonProps) {
  return (
    <Form method="post" action={path}>
      <input type="hidden" name="formKey" value={formKey} />
      <button type="submit" className={buttonStyle[look]} title={hint}>
        {name}
      </button>
    </Form>
  );
}
