import { Link } from "@remix-run/react";
import type { PaperView } from "~/modules/export-readiness";
import { m } from "~/paraglide/messages.js";
import { useAllPaths } from "~/ui/layouts/all-paths";
import { Icon } from "~/ui/primitives/icon";
import { StandingBadge } from "./standing-badge";

const NEWER = {
  waiting: m["evidence.newerWaiting"],
  asked: m["evidence.newerAsked"],
  rejected: m["evidence.newerRejected"],
} as const;

/** Papers with where the shop stands; each leads to its page. */
export function PaperStandings({ papers }: { papers: readonly PaperView[] }) {
  const paths = useAllPaths();
  return (
    <ul className="divide-y divide-line rounded border border-line bg-surface">
      {papers.map((paper) => (
        <li key={paper.documentType}>
          <Link
            to={paths.sellerPaper(paper.documentType)}
            className="flex items-center gap-4 px-4 py-3 hover:bg-sunken"
          >
            <span className="min-w-0 flex-1">
              <span className="block font-semibold">{paper.name}</span>
              <span className="block text-sm text-muted">{paper.title}</span>
              <span className="mt-1.5 flex flex-wrap items-center gap-x-3 gap-y-1 text-sm">
                <StandingBadge standing={paper.standing} />
                <StandingWords paper={paper} />
              </span>
            </span>
            <Icon name="chevronRight" className="size-5 shrink-0 text-muted" />
          </Link>
        </li>
      ))}
    </ul>
  );
}

/** Until when, and what is under way beside it. */
export function StandingWords({ paper: { standing, until, newer } }: { paper: Omit<PaperView, "documentType"> }) {
  return (
    <>
      {until ? (
        <span>
          {standing === "expired" ? m["evidence.endedOn"]({ day: until }) : m["evidence.until"]({ day: until })}
        </span>
      ) : null}
      {newer ? <span className="text-muted">{NEWER[newer]()}</span> : null}
    </>
  );
}
