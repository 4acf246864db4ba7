import type { ServedMarkets } from "~/modules/export-readiness";
import { m } from "~/paraglide/messages.js";
import { SectionHeading } from "~/ui/primitives/section-heading";
import { PaperLines } from "~/ui/readiness/paper-lines";

type Served = ServedMarkets["served"][number];

/** The markets of the reference for one seller. Of those that cannot be served nothing is said but that, in one row. */
export function MarketTable({ markets: { served, others } }: { markets: ServedMarkets }) {
  return (
    <section className="mt-14">
      <SectionHeading
        title={m["passports.served.title"]()}
        text={served.length > 0 ? m["passports.served.lead"]() : m["passports.served.none"]()}
      />
      {served.length > 0 ? (
        <table className="w-full border-t border-line text-left max-sm:block">
          <thead className="max-sm:sr-only">
            <tr className="border-b border-line text-sm text-muted">
              <th scope="col" className="py-2 pr-6 font-normal">
                {m["readiness.market"]()}
              </th>
              <th scope="col" className="py-2 pr-6 font-normal">
                {m["passports.served.papers"]()}
              </th>
              <th scope="col" className="py-2 font-normal">
                {m["passports.served.checked"]()}
              </th>
            </tr>
          </thead>
          <tbody className="max-sm:block">
            {served.map((market) => (
              <ServedRow key={market.marketId} market={market} />
            ))}
            {others.length > 0 ? (
              <tr className="text-muted max-sm:block max-sm:py-3">
                <th scope="row" className="py-3 pr-6 align-top font-normal max-sm:block max-sm:p-0">
                  {m["passports.served.others"]()}
                </th>
                <td className="py-3 pr-6 align-top text-sm max-sm:block max-sm:p-0">{others.join(", ")}</td>
                <td className="py-3 align-top text-sm max-sm:block max-sm:p-0">
                  {m["passports.served.othersState"]()}
                </td>
              </tr>
            ) : null}
          </tbody>
        </table>
      ) : null}
      <p className="mt-2 text-xs text-muted">{m["passports.guidance"]()}</p>
    </section>
  );
}

function ServedRow({ market: { name, papers, checkedOn, hasOwnWord } }: { market: Served }) {
  return (
    <tr className="border-b border-line max-sm:block max-sm:py-3">
      <th scope="row" className="py-3 pr-6 align-top font-semibold max-sm:block max-sm:p-0">
        {name}
      </th>
      <td className="py-3 pr-6 align-top text-sm max-sm:block max-sm:p-0">
        {papers.length === 0 ? m["passports.served.noPapers"]() : <PaperLines papers={papers} />}
        {hasOwnWord ? <p className="mt-1 text-xs text-muted">{m["passports.served.ownWord"]()}</p> : null}
      </td>
      <td className="py-3 align-top text-sm whitespace-nowrap text-verified max-sm:block max-sm:p-0 max-sm:pt-1">
        <span className="sm:hidden">{m["passports.served.checked"]()}: </span>
        {checkedOn}
      </td>
    </tr>
  );
}
