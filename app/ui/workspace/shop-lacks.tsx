import { Link } from "@remix-run/react";
import { m } from "~/paraglide/messages.js";
import { useAllPaths } from "~/ui/layouts/all-paths";
import { linkStyle } from "~/ui/primitives/button";
import { DoneNotice } from "~/ui/primitives/notice";
import { SectionHeading } from "~/ui/primitives/section-heading";
import { STEP_NAMES } from "./shop-labels";

type Lack = { label: string; filledIn?: "place" | "contacts" | "legal" | "listings" | undefined };

type Props = { lacks: readonly Lack[]; mayManage: boolean };

/** What a shop's documents lack of the shop, each with the page where it is filled in. */
export function ShopLacks({ lacks, mayManage }: Props) {
  const paths = useAllPaths();
  if (lacks.length === 0) return <DoneNotice>{m["documents.nothingMissing"]()}</DoneNotice>;
  const pageOf = ({ filledIn }: Lack) => {
    if (filledIn === undefined) return undefined;
    if (filledIn === "listings") return { to: paths.ownListings(), label: m["documents.inListings"]() };
    return { to: paths.shopStep(filledIn), label: STEP_NAMES[filledIn]() };
  };
  return (
    <section>
      <SectionHeading title={m["documents.missingTitle"]()} />
      <p className="mb-4 text-sm text-muted">{m["documents.missingText"]()}</p>
      <ul className="divide-y divide-line rounded border border-line bg-surface">
        {lacks.map((lack) => {
          const page = pageOf(lack);
          // Who is registered as what is the manager's to say.
          const isForManager = lack.filledIn === "legal" && !mayManage;
          return (
            <li
              key={`${lack.label} ${lack.filledIn}`}
              className="flex flex-wrap items-center justify-between gap-x-6 px-4 py-2"
            >
              <span>{lack.label}</span>
              {isForManager ? (
                <span className="text-sm text-muted">{m["documents.forManager"]()}</span>
              ) : page ? (
                <Link to={page.to} className={`${linkStyle} inline-flex min-h-11 items-center text-sm`}>
                  {`${m["documents.fillIn"]()}: ${page.label}`}
                </Link>
              ) : (
                <span className="text-sm text-muted">{m["documents.notYet"]()}</span>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
