import type { PaperOnTheWay } from "~/modules/export-readiness";
import { SourceLinks } from "./source-links";

/** What goes along to a market, line by line, each with where that is said. */
export function PaperLines({ papers }: { papers: readonly PaperOnTheWay[] }) {
  return (
    <ul className="mt-1 space-y-1.5">
      {papers.map(({ id, text, asOf, sources }) => (
        <li key={id}>
          {text}
          <br />
          <SourceLinks sources={sources} asOf={asOf} />
        </li>
      ))}
    </ul>
  );
}
