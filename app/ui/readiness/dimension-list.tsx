import type { CriterionView } from "~/modules/export-readiness";
import { m } from "~/paraglide/messages.js";
import { CriterionList } from "./criterion-list";

type Dimension = { id: string; label: string; metCount: number; criteria: readonly CriterionView[] };

/** Criteria by what they are about; what is met as a whole is folded away. */
export function DimensionList({ dimensions }: { dimensions: readonly Dimension[] }) {
  return dimensions.map(({ id, label, metCount, criteria }) => (
    <details key={id} open={metCount < criteria.length} className="mt-4 rounded border border-line bg-surface px-4">
      <summary className="flex min-h-11 cursor-pointer flex-wrap items-center justify-between gap-x-4 py-2">
        <span className="text-lg font-semibold">{label}</span>
        <span className="text-sm text-muted tabular-nums">
          {m["readiness.own.met"]({ met: metCount, total: criteria.length })}
        </span>
      </summary>
      <CriterionList criteria={criteria} />
    </details>
  ));
}
