import { Link } from "@remix-run/react";
import { READINESS_LEVELS, type LevelBar, type LevelName } from "~/modules/export-readiness";
import { m } from "~/paraglide/messages.js";
import { linkStyle } from "~/ui/primitives/button";
import { LEVEL_NAMES } from "./level-names";

const FILLS: Readonly<Record<LevelName, string>> = {
  exploring: "fill-line",
  preparing: "fill-saffron",
  ready: "fill-indigo",
  exporting: "fill-verified",
};

const WIDTH = 100;
const HEIGHT = 10;

/** What each colour of the bars stands for, with how many sellers are on that level. */
export function LevelLegend({ counts }: { counts: LevelBar["counts"] }) {
  return (
    <ul className="flex flex-wrap gap-x-6 gap-y-2">
      {READINESS_LEVELS.map((level) => (
        <li key={level} className="inline-flex items-center gap-2">
          <svg viewBox="0 0 10 10" className="size-4 shrink-0 border border-field" aria-hidden="true">
            <rect width="10" height="10" className={FILLS[level]} />
          </svg>
          {LEVEL_NAMES[level]()}
          <span className="font-semibold tabular-nums">{counts[level]}</span>
        </li>
      ))}
    </ul>
  );
}

type Props = { title: string; bars: readonly LevelBar[]; hrefOf: (id: string) => string };

/** Sellers by level, a bar for each place or kind, as long as it has sellers; the same as a table. */
export function LevelBars({ title, bars, hrefOf }: Props) {
  const most = Math.max(1, ...bars.map(({ total }) => total));
  return (
    <figure className="min-w-0">
      <figcaption className="text-lg">{title}</figcaption>
      <ul className="mt-3 flex flex-col gap-2">
        {bars.map((bar) => (
          <li
            key={bar.id}
            className="grid grid-cols-[minmax(0,9rem)_1fr_2.5rem] items-center gap-3 sm:grid-cols-[12rem_1fr_2.5rem]"
          >
            <Link to={hrefOf(bar.id)} className={`${linkStyle} py-1 text-sm break-words`}>
              {bar.label}
            </Link>
            <Bar bar={bar} most={most} />
            <span className="text-right text-sm tabular-nums">{bar.total}</span>
          </li>
        ))}
      </ul>
      <details className="mt-2">
        <summary className="inline-flex min-h-11 cursor-pointer items-center text-sm font-semibold text-indigo">
          {m["reporting.month.asTable"]()}
        </summary>
        <div className="overflow-x-auto">
          <BarTable title={title} bars={bars} />
        </div>
      </details>
    </figure>
  );
}

function Bar({ bar, most }: { bar: LevelBar; most: number }) {
  const widthOf = (level: LevelName) => (bar.counts[level] / most) * WIDTH;
  return (
    <svg
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      preserveAspectRatio="none"
      className="h-4 w-full min-w-0"
      aria-hidden="true"
    >
      {READINESS_LEVELS.map((level, at) => (
        <rect
          key={level}
          x={READINESS_LEVELS.slice(0, at).reduce((sum, before) => sum + widthOf(before), 0)}
          width={widthOf(level)}
          height={HEIGHT}
          className={FILLS[level]}
        />
      ))}
    </svg>
  );
}

function BarTable({ title, bars }: Pick<Props, "title" | "bars">) {
  return (
    <table className="w-full text-sm">
      <caption className="sr-only">{title}</caption>
      <thead>
        <tr className="text-left">
          <th scope="col" className="py-1.5 pr-3">
            {title}
          </th>
          {READINESS_LEVELS.map((level) => (
            <th key={level} scope="col" className="px-2 py-1.5 text-right">
              {LEVEL_NAMES[level]()}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {bars.map(({ id, label, counts }) => (
          <tr key={id} className="border-t border-line">
            <th scope="row" className="py-1.5 pr-3 text-left font-normal">
              {label}
            </th>
            {READINESS_LEVELS.map((level) => (
              <td key={level} className="px-2 py-1.5 text-right tabular-nums">
                {counts[level]}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
