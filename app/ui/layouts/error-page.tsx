import { Link, useLocation } from "@remix-run/react";
import { m } from "~/paraglide/messages.js";
import { buttonStyle } from "~/ui/primitives/button";
import { OrnamentStar } from "~/ui/primitives/ornament";
import { usePaths } from "./site";

/** What a person sees when a page is missing, gone for good, or failed: what happened and where to go on. */
export function ErrorPage({ status }: { status: number | "offline" }) {
  const paths = usePaths();
  if (status === "offline") return <OfflinePage />;
  const words =
    status === 410
      ? { title: m["site.gone.title"](), text: m["site.gone.text"]() }
      : status === 404
        ? { title: m["site.missing.title"](), text: m["site.missing.text"]() }
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
