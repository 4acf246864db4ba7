import { Link } from "@remix-run/react";
import { m } from "~/paraglide/messages.js";
import { useAllPaths } from "~/ui/layouts/all-paths";
import { Badge } from "~/ui/primitives/badge";

type Row = { id: string; title: string; weight: number; months: number | undefined; isOn: boolean };

/** Criteria of a draft by what they are about, each with the way to its form. */
export function DraftCriteria({
  dimensions,
}: {
  dimensions: readonly { id: string; label: string; criteria: readonly Row[] }[];
}) {
  return dimensions.map(({ id, label, criteria }) => (
    <section key={id} aria-labelledby={`dimension-${id}`} className="mt-5">
      <h3 id={`dimension-${id}`} className="font-semibold">
        {label}
      </h3>
      <ul className="mt-2 divide-y divide-line rounded border border-line bg-surface">
        {criteria.map((row) => (
          <DraftRow key={row.id} row={row} />
        ))}
      </ul>
    </section>
  ));
}

function DraftRow({ row: { id, title, weight, months, isOn } }: { row: Row }) {
  const paths = useAllPaths();
  return (
    <li className="flex flex-wrap items-center gap-x-5 gap-y-1 px-5 py-2">
      <Link
        to={paths.draftCriterion(id)}
        className="inline-flex min-h-9 min-w-0 flex-1 basis-60 items-center underline-offset-4 hover:underline"
      >
        <span>
          <span className="text-muted">{id}</span> {title}
        </span>
      </Link>
      {isOn ? null : <Badge tone="warning">{m["staffReadiness.criteria.off"]()}</Badge>}
      <p className="text-sm text-muted tabular-nums">
        {m["staffReadiness.criteria.weightOf"]({ weight: String(weight) })}
        {months === undefined ? null : ` · ${m["staffReadiness.criteria.monthsOf"]({ count: months })}`}
      </p>
    </li>
  );
}
