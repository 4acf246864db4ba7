import { m } from "~/paraglide/messages.js";
import { linkStyle } from "~/ui/primitives/button";
import { Badge } from "~/ui/primitives/badge";

type Props = {
  /** The one that counts first. */
  papers: readonly { paperId: string; name: string; stored: string }[];
  hrefOf: (paperId: string) => string;
};

/** Papers that a shop has brought; an earlier one stays to be seen. */
export function PaperList({ papers, hrefOf }: Props) {
  if (papers.length === 0) return null;
  return (
    <ul className="mb-6 divide-y divide-line rounded border border-line bg-surface">
      {papers.map(({ paperId, name, stored }, index) => (
        <li key={paperId} className="flex flex-wrap items-center gap-x-3 gap-y-1 px-4 py-3">
          <a href={hrefOf(paperId)} target="_blank" rel="noreferrer" className={`${linkStyle} min-w-0 break-all`}>
            {name}
          </a>
          <Badge tone={index === 0 ? "verified" : "plain"}>
            {index === 0 ? m["sellers.paper.counts"]() : m["sellers.paper.replaced"]()}
          </Badge>
          <span className="w-full text-sm text-muted">{stored}</span>
        </li>
      ))}
    </ul>
  );
}
