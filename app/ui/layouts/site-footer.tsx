import { Link } from "@remix-run/react";
import { TEXT_PAGES, type TextPage } from "~/platform/http/public-paths";
import { m } from "~/paraglide/messages.js";
import { OrnamentBand } from "~/ui/primitives/ornament";
import { usePaths } from "./site";

const LABELS: Readonly<Record<TextPage, () => string>> = {
  about: m["site.footer.about"],
  contact: m["site.footer.contact"],
  terms: m["site.footer.terms"],
  privacy: m["site.footer.privacy"],
  shipping: m["site.footer.shipping"],
  returns: m["site.footer.returns"],
  complaints: m["site.footer.complaints"],
};

export function SiteFooter() {
  const paths = usePaths();
  return (
    <footer className="mt-20 border-t border-line bg-surface">
      <OrnamentBand className="text-walnut/40" />
      <div className="page-width grid gap-8 py-10 md:grid-cols-[2fr_3fr]">
        <div>
          <p className="font-serif text-lg font-semibold">Karvan</p>
          <p className="measure mt-1 text-sm text-muted">{m["site.footer.purpose"]()}</p>
        </div>
        <nav aria-label={m["site.footer.label"]()}>
          <ul className="grid grid-cols-[1fr_auto] gap-x-6 sm:grid-cols-3">
            <li>
              <Link
                to={paths.openShop()}
                className="inline-flex min-h-10 items-center text-sm font-semibold underline-offset-4 hover:underline"
              >
                {m["site.footer.sell"]()}
              </Link>
            </li>
            <li>
              <Link
                to={paths.passports()}
                className="inline-flex min-h-10 items-center text-sm underline-offset-4 hover:underline"
              >
                {m["passports.check.title"]()}
              </Link>
            </li>
            {TEXT_PAGES.map((page) => (
              <li key={page}>
                <Link
                  to={paths.text(page)}
                  className="inline-flex min-h-10 items-center text-sm underline-offset-4 hover:underline"
                >
                  {LABELS[page]()}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
      </div>
    </footer>
  );
}
