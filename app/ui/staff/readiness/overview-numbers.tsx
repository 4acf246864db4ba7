import { Link } from "@remix-run/react";
import { m } from "~/paraglide/messages.js";
import { useAllPaths } from "~/ui/layouts/all-paths";

type Props = {
  /** What the overview is narrowed to, as the addresses of its lists say it. */
  query: Readonly<Record<string, string | undefined>>;
  numbers: {
    waitingCount: number;
    nearCount: number;
    papers: Readonly<Record<30 | 90, number>>;
    movers: { up: number; down: number };
  };
};

/** What staff do something about, each number with the list behind it. */
export function OverviewNumbers({ query, numbers: { waitingCount, nearCount, papers, movers } }: Props) {
  const paths = useAllPaths();
  const all = [
    {
      to: paths.readinessList("declarations", query),
      number: waitingCount,
      label: m["staffReadiness.declarations.waiting"](),
    },
    { to: paths.readinessList("near", query), number: nearCount, label: m["staffReadiness.near.title"]() },
    {
      to: paths.readinessList("papers", { ...query, days: 30 }),
      number: papers[30],
      label: m["staffReadiness.papers.within"]({ count: 30 }),
    },
    {
      to: paths.readinessList("papers", { ...query, days: 90 }),
      number: papers[90],
      label: m["staffReadiness.papers.within"]({ count: 90 }),
    },
    { to: paths.readinessList("movers", query), number: movers.up, label: m["staffReadiness.movers.up"]() },
    { to: paths.readinessList("movers", query), number: movers.down, label: m["staffReadiness.movers.down"]() },
  ];
  return (
    <ul className="mt-6 grid gap-3 sm:grid-cols-2 lg:grid-cols-3">
      {all.map(({ to, number, label }) => (
        <li key={label}>
          <Link to={to} className="flex h-full flex-col rounded border border-line bg-surface p-4 hover:border-ink">
            <span className="text-2xl font-semibold tabular-nums">{number}</span>
            <span className="text-sm text-muted">{label}</span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
