import { Link, useLocation } from "@remix-run/react";
import { m } from "~/paraglide/messages.js";
import type { Away } from "~/platform/http/away";
import { buttonStyle } from "~/ui/primitives/button";
import { OrnamentStar } from "~/ui/primitives/ornament";
import { usePaths } from "./site";

type Props = { status: number | "offline"; away?: Away | undefined };

const AWAY_WORDS: Readonly<Record<Away, { title: () => string; text: () => string }>> = {
  shop: { title: m["site.away.shop.title"], text: m["site.away.shop.text"] },
  listing: { title: m["site.away.listing.title"], text: m["site.away.listing.text"] },
  thread: { title: m["site.away.thread.title"], text: m["site.away.thread.text"] },
  order: { title: m["site.away.order.title"], text: m["site.away.order.text"] },
};

/** What a person sees when a page is missing, gone for good, or failed: what happened and where to go on. */
export function ErrorPage({ status, away }: Props) {
  const paths = usePaths();
  if (status === "offline") return <OfflinePage />;
  const words =
    status === 410
      ? { title: m["site.gone.title"](), text: m["site.gone.text"]() }
      : status === 404
        ? missingWords(away)
        : { title: m["site.fault.title"](), text: m["site.fault.text"]() };
  return (
    <div className="flex flex-col items-center gap-4 py-24 text-center">
      <OrnamentStar className="size-16 text-madder" />
      <p className="font-serif text-lg text-muted tabular-nums">{status}</p>
      <h1 className="text-3xl">{words.title}</h1>
      <p className="measure text-muted">{words.text}</p>
      <p className="mt-4 flex flex-wrap justify-center gap-3">
        <Link to={paths.search()} className={buttonStyle.primary}>
          {m["site.toCatalogue"]()}
        </Link>
        <Link to={paths.home()} className={buttonStyle.secondary}>
          {m["site.toHome"]()}
        </Link>
      </p>
    </div>
  );
}

function missingWords(away: Away | undefined): { title: string; text: string } {
  if (!away) return { title: m["site.missing.title"](), text: m["site.missing.text"]() };
  return { title: AWAY_WORDS[away].title(), text: AWAY_WORDS[away].text() };
}

/** Nothing came over the line: neither a fault of ours nor a place to send anybody to. */
function OfflinePage() {
  const { pathname, search } = useLocation();
  return (
    <div className="flex flex-col items-center gap-4 py-24 text-center">
      <OrnamentStar className="size-16 text-madder" />
      <h1 className="text-3xl">{m["site.offline.title"]()}</h1>
      <p className="measure text-muted">{m["site.offline.text"]()}</p>
      <p className="mt-4">
        <Link to={`${pathname}${search}`} reloadDocument className={buttonStyle.primary}>
          {m["site.offline.again"]()}
        </Link>
      </p>
    </div>
  );
}
