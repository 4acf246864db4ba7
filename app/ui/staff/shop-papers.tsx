import { m } from "~/paraglide/messages.js";
import { linkStyle } from "~/ui/primitives/button";
import { PaperShown } from "./paper-shown";

export type PaperView = { paperId: string; name: string; contentType: string; stored: string };

type Props = {
  /** The one that counts first. */
  papers: readonly PaperView[];
  /** Undefined while nobody, or somebody else, has taken the item: a paper is read by who decides. */
  hrefOf: ((paperId: string) => string) | undefined;
};

/** The registration paper in front of the reviewer, and the way to those that it replaced. Each look at one is recorded. */
export function ShopPapers({ papers, hrefOf }: Props) {
  const [current, ...earlier] = papers;
  return (
    <section aria-labelledby="papers-title" className="mt-8">
      <h2 id="papers-title" className="text-lg">
        {m["reviews.papers.title"]()}
      </h2>
      {current ? (
        <>
          <p className="mt-1 text-sm text-muted">
            {current.name} · {current.stored}
          </p>
          {hrefOf ? <PaperShown paper={current} href={hrefOf(current.paperId)} /> : null}
          {hrefOf ? null : <p className="mt-2">{m["reviews.papers.takeFirst"]()}</p>}
        </>
      ) : (
        <p className="mt-1 text-muted">{m["reviews.papers.none"]()}</p>
      )}
      {hrefOf && earlier.length > 0 ? (
        <ul className="mt-3 flex flex-col gap-1 text-sm">
          {earlier.map(({ paperId, name, stored }) => (
            <li key={paperId}>
              <a href={hrefOf(paperId)} target="_blank" rel="noreferrer" className={linkStyle}>
                {name}
              </a>{" "}
              · {stored} · {m["sellers.paper.replaced"]()}
            </li>
          ))}
        </ul>
      ) : null}
    </section>
  );
}
