import { Form, Link } from "@remix-run/react";
import { isUnderWay, type CatalogueRefusal, type EditionState } from "~/modules/publications";
import { m } from "~/paraglide/messages.js";
import type { CatalogueAddress } from "~/platform/http/public-paths";
import { usePaths } from "~/ui/layouts/site";
import { buttonStyle, linkStyle } from "~/ui/primitives/button";
import { Notice } from "~/ui/primitives/notice";
import { useProgress } from "./use-progress";

export type CatalogueView = {
  address: CatalogueAddress;
  back: { to: string; label: string };
  count: number;
  isFull: boolean;
  country: string;
  edition: EditionState;
  /** Why the last press did nothing. */
  refusal: string | undefined;
};

/** How often a browser without scripts looks again, in seconds. */
const RELOAD_SECONDS = 4;
const BYTES_IN_MB = 1_000_000;

/** A catalogue to be made, watched while it is made, and fetched. */
export function CataloguePart({ address, back, count, isFull, country, edition, refusal }: CatalogueView) {
  const paths = usePaths();
  useProgress(isUnderWay(edition));
  return (
    <>
      <p className="text-muted">{m["publications.page.lead"]({ country })}</p>
      {refusal ? (
        <div className="mt-5">
          <Notice tone="warning">{refusal}</Notice>
        </div>
      ) : null}
      {count === 0 ? (
        <p className="mt-6">{m["publications.page.nothing"]()}</p>
      ) : (
        <>
          <p className="mt-2">{m["catalog.listingCount"]({ count })}</p>
          {isFull ? <p className="mt-2 text-muted">{m["publications.page.first"]({ count })}</p> : null}
          <section
            aria-label={m["publications.links.pdf"]()}
            className="mt-6 rounded border border-line bg-surface p-5"
          >
            <EditionPart address={address} count={count} edition={edition} />
          </section>
          <ul className="mt-5 flex flex-wrap gap-3">
            <li>
              <a href={paths.catalogue(address, "xlsx")} download rel="nofollow" className={buttonStyle.secondary}>
                {m["publications.links.xlsx"]()}
              </a>
            </li>
            <li>
              <a href={paths.catalogue(address, "json")} download rel="nofollow" className={buttonStyle.secondary}>
                {m["publications.links.json"]()}
              </a>
            </li>
          </ul>
        </>
      )}
      <p className="mt-8">
        <Link to={back.to} className={linkStyle}>
          {back.label}
        </Link>
      </p>
    </>
  );
}

type EditionProps = Pick<CatalogueView, "address" | "count" | "edition">;

function EditionPart({ address, count, edition }: EditionProps) {
  const paths = usePaths();
  if (edition.status === "ready") {
    const size = (edition.byteCount / BYTES_IN_MB).toFixed(1);
    return (
      <>
        <p role="status">{m["publications.page.ready"]({ size })}</p>
        <p className="mt-4">
          <a href={paths.catalogue(address, "pdf")} className={buttonStyle.primary}>
            {m["publications.links.download"]()}
          </a>
        </p>
      </>
    );
  }
  if (edition.status === "none" || edition.status === "failed") {
    return (
      <>
        <p role="status">{whyNotThere(edition)}</p>
        <Form method="post" action={paths.catalogue(address)} className="mt-4">
          <button type="submit" className={buttonStyle.primary}>
            {m["publications.page.make"]()}
          </button>
        </Form>
      </>
    );
  }
  return (
    <>
      <noscript>
        <meta httpEquiv="refresh" content={String(RELOAD_SECONDS)} />
      </noscript>
      <p role="status">{progressText(edition, count)}</p>
      <progress
        className="mt-3 w-full accent-madder"
        max={count}
        value={edition.gathered}
        aria-label={m["publications.links.pdf"]()}
      />
      <p className="mt-2 text-sm text-muted">{m["publications.page.wait"]()}</p>
    </>
  );
}

function whyNotThere(edition: Extract<EditionState, { status: "none" | "failed" }>): string {
  if (edition.status === "none") return m["publications.page.none"]();
  return edition.isUnavailable ? m["publications.page.unavailable"]() : m["publications.page.failed"]();
}

function progressText({ status, gathered }: Extract<EditionState, { gathered: number }>, total: number): string {
  if (status === "waiting") return m["publications.page.waiting"]();
  if (status === "setting") return m["publications.page.setting"]();
  return m["publications.page.gathering"]({ done: String(gathered), total: String(total) });
}

/** Why a press on "make" did nothing, as the address of the page says it. */
export const CATALOGUE_NEWS = ["nothing-to-show", "too-many"] as const satisfies readonly CatalogueRefusal[];
