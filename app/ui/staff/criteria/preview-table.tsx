import { Link } from "@remix-run/react";
import type { PreviewCounts, PreviewRow } from "~/modules/export-readiness";
import { m } from "~/paraglide/messages.js";
import { useAllPaths } from "~/ui/layouts/all-paths";
import { Badge } from "~/ui/primitives/badge";

/** How many sellers would rise, fall, or stay. */
export function PreviewSum({ counts: { up, down, scoreOnly, unmoved } }: { counts: PreviewCounts }) {
  const all = [
    { number: up, label: m["staffReadiness.preview.up"]() },
    { number: down, label: m["staffReadiness.preview.down"]() },
    { number: scoreOnly, label: m["staffReadiness.preview.scoreOnly"]() },
    { number: unmoved, label: m["staffReadiness.preview.unmoved"]() },
  ];
  return (
    <ul className="mt-5 grid grid-cols-2 gap-3 lg:grid-cols-4">
      {all.map(({ number, label }) => (
        <li key={label} className="rounded border border-line bg-surface p-4">
          <span className="block text-2xl font-semibold tabular-nums">{number}</span>
          <span className="text-sm text-muted">{label}</span>
        </li>
      ))}
    </ul>
  );
}

/** Who would move: from which level to which, and by how many points. */
export function PreviewTable({ rows }: { rows: readonly PreviewRow[] }) {
  const paths = useAllPaths();
  return (
    <ul className="mt-6 divide-y divide-line rounded border border-line bg-surface">
      {rows.map(({ sellerId, seller, from, to, fromScore, toScore, direction }) => (
        <li key={sellerId} className="flex flex-wrap items-center gap-x-5 gap-y-1 px-5 py-3">
          <div className="min-w-0 flex-1 basis-60">
            <Link
              to={paths.sellerReadiness(sellerId)}
              className="inline-flex min-h-9 items-center font-semibold underline-offset-4 hover:underline"
            >
              {seller}
            </Link>
            <p className="text-sm text-muted">{direction === "same" ? to : m["staffReadiness.fromTo"]({ from, to })}</p>
          </div>
          {direction === "same" ? null : (
            <Badge tone={direction === "up" ? "verified" : "warning"}>
              {direction === "up" ? m["staffReadiness.rises"]() : m["staffReadiness.falls"]()}
            </Badge>
          )}
          <p className="text-sm tabular-nums">
            {m["staffReadiness.preview.score"]({
              from: String(fromScore),
              to: String(toScore),
              difference: signed(toScore - fromScore),
            })}
          </p>
        </li>
      ))}
    </ul>
  );
}

/** A difference with its sign, the minus as it is printed. */
const signed = (difference: number) => (difference < 0 ? `−${-difference}` : `+${difference}`);
