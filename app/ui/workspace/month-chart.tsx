import { Link } from "@remix-run/react";
import type { DayNumbers, SellerMonth } from "~/modules/reporting";
import { m } from "~/paraglide/messages.js";
import { useAllPaths } from "~/ui/layouts/all-paths";
import { linkStyle } from "~/ui/primitives/button";

type Kind = "views" | "saves";

/** Classes of the bars, so that the two rows are told apart by more than their place. */
const FILLS: Readonly<Record<Kind, string>> = { views: "fill-indigo", saves: "fill-saffron" };

/** The last thirty days of a seller: looks and saves as two rows of bars, and the same as a table. */
export function MonthChart({ month }: { month: SellerMonth }) {
  const paths = useAllPaths();
  return (
    <section aria-labelledby="month-title" className="rounded border border-line bg-surface p-4 sm:p-5">
      <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
        <h2 id="month-title" className="text-lg">
          {m["reporting.month.title"]()}
        </h2>
        <Link to={paths.numbers()} className={linkStyle}>
          {m["reporting.month.all"]()}
        </Link>
      </div>
      <div className="mt-4 grid gap-6 sm:grid-cols-2">
        <Bars days={month.days} kind="views" title={m["reporting.numbers.views"]()} total={month.texts.views} />
        <Bars days={month.days} kind="saves" title={m["reporting.numbers.saves"]()} total={month.texts.saves} />
      </div>
      <details className="mt-4">
        <summary className="inline-flex min-h-11 cursor-pointer items-center text-sm font-semibold text-indigo">
          {m["reporting.month.asTable"]()}
        </summary>
        <DayTable days={month.days.toReversed()} />
      </details>
    </section>
  );
}

type BarsProps = { days: readonly DayNumbers[]; kind: Kind; title: string; total: string };

const HEIGHT = 100;
const STEP = 10;
const BAR = 7;

/** Drawn by the server and stretched to its place; what stands beneath and beside it are words of the page. */
function Bars({ days, kind, title, total }: BarsProps) {
  const paths = useAllPaths();
  const most = Math.max(1, ...days.map((day) => day[kind]));
  const heightOf = (count: number) => (count === 0 ? 0 : Math.max(3, (count / most) * HEIGHT));
  return (
    <figure className="min-w-0">
      <figcaption className="flex items-baseline justify-between gap-3">
        <span className="text-sm text-muted">{title}</span>
        <Link to={paths.numbers({ sort: kind })} className="text-xl font-semibold tabular-nums hover:underline">
          {total}
          <span className="sr-only"> {title}</span>
        </Link>
      </figcaption>
      <div className="mt-2 flex gap-2">
        <svg
          viewBox={`0 0 ${days.length * STEP} ${HEIGHT}`}
          preserveAspectRatio="none"
          className="h-24 min-w-0 flex-1 border-b border-field"
          aria-hidden="true"
        >
          <path d={`M0 .5H${days.length * STEP}`} className="stroke-line" vectorEffect="non-scaling-stroke" />
          {days.map((day, at) => (
            <rect
              key={day.day}
              x={at * STEP + (STEP - BAR) / 2}
              y={HEIGHT - heightOf(day[kind])}
              width={BAR}
              height={heightOf(day[kind])}
              className={FILLS[kind]}
            />
          ))}
        </svg>
        <span aria-hidden="true" className="-mt-2 w-7 shrink-0 text-xs text-muted tabular-nums">
          {most}
        </span>
      </div>
      <p aria-hidden="true" className="mt-1 flex justify-between pr-9 text-xs text-muted">
        <span>{days[0]?.label}</span>
        <span>{days.at(-1)?.label}</span>
      </p>
    </figure>
  );
}

const CELL = "py-1.5 pr-3 text-right tabular-nums";

export function DayTable({ days }: { days: readonly DayNumbers[] }) {
  return (
    <table className="mt-2 w-full max-w-md text-sm">
      <caption className="sr-only">{m["reporting.month.title"]()}</caption>
      <thead>
        <tr className="border-b border-field text-muted">
          <th scope="col" className="py-1.5 pr-3 text-left font-medium">
            {m["reporting.numbers.day"]()}
          </th>
          <th scope="col" className={`${CELL} font-medium`}>
            {m["reporting.numbers.views"]()}
          </th>
          <th scope="col" className={`${CELL} font-medium`}>
            {m["reporting.numbers.saves"]()}
          </th>
        </tr>
      </thead>
      <tbody>
        {days.map(({ day, label, views, saves }) => (
          <tr key={day} className="border-b border-line">
            <th scope="row" className="py-1.5 pr-3 text-left font-normal">
              <time dateTime={day}>{label}</time>
            </th>
            <td className={CELL}>{views}</td>
            <td className={CELL}>{saves}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
