import type { ListingPapers } from "~/modules/export-readiness";
import { m } from "~/paraglide/messages.js";
import { PaperLines } from "~/ui/readiness/paper-lines";

/** What this listing needs on its way to the reader's country: a requirement, not a promise that all of it is there. */
export function PapersOnTheWay({ needed: { country, papers, leaving } }: { needed: ListingPapers }) {
  return (
    <section aria-labelledby="papers-heading" className="rounded border border-line bg-surface p-5">
      <h2 id="papers-heading" className="text-lg">
        {m["passports.way.title"]({ country })}
      </h2>
      <ul className="mt-2 list-disc space-y-0.5 pl-5 text-sm">
        {papers.map(({ id, text, asOf }) => (
          <li key={id}>
            {text} <span className="text-xs text-muted">({asOf})</span>
          </li>
        ))}
      </ul>
      {leaving ? (
        <div className="mt-3 border-l-4 border-saffron pl-3 text-sm">
          <h3 className="font-sans text-sm font-semibold tracking-normal">{m["passports.leaving.title"]()}</h3>
          <p className="mt-1">{leaving.body}</p>
          <p>{leaving.who}</p>
          <p className="text-muted">{leaving.howLong}</p>
        </div>
      ) : null}
      <details className="mt-2 text-sm">
        <summary className="inline-flex min-h-11 items-center font-medium text-indigo">
          {m["passports.way.sources"]()}
        </summary>
        <p className="text-muted">{m["passports.way.lead"]()}</p>
        <PaperLines papers={papers} />
      </details>
      <p className="mt-1 text-xs text-muted">{m["passports.guidance"]()}</p>
    </section>
  );
}
