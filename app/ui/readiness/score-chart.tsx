import { m } from "~/paraglide/messages.js";

type Point = { day: string; label: string; score: number; level: string };

const WIDTH = 600;
const HEIGHT = 100;
const DAY_MS = 86_400_000;

/** The score over time as steps, since it stays until something changes; the same as a table. */
export function ScoreChart({ history, gates }: { history: readonly Point[]; gates: readonly number[] }) {
  const first = history[0];
  const last = history.at(-1);
  if (!first || !last || history.length < 2) {
    return <p className="text-muted">{m["readiness.own.noHistory"]()}</p>;
  }
  const begin = Date.parse(first.day);
  const span = Math.max(DAY_MS, Date.parse(last.day) - begin);
  const at = ({ day, score }: Point) =>
    [((Date.parse(day) - begin) / span) * WIDTH, HEIGHT - (score / 100) * HEIGHT] as const;
  const line = history.map((point, index) => {
    const [x, y] = at(point);
    return index === 0 ? `M${x} ${y}` : `H${x}V${y}`;
  });
  return (
    <figure>
      <div className="flex gap-2">
        <svg
          viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
          preserveAspectRatio="none"
          className="h-32 min-w-0 flex-1 border-b border-field"
          aria-hidden="true"
        >
          {gates.map((gate) => (
            <path
              key={gate}
              d={`M0 ${HEIGHT - gate}H${WIDTH}`}
              className="stroke-line"
              strokeDasharray="4 4"
              vectorEffect="non-scaling-stroke"
            />
          ))}
          <path d={line.join("")} className="fill-none stroke-indigo stroke-2" vectorEffect="non-scaling-stroke" />
        </svg>
        <span aria-hidden="true" className="flex w-8 shrink-0 flex-col justify-between text-xs text-muted tabular-nums">
          <span className="-mt-2">100</span>
          <span className="-mb-2">0</span>
        </span>
      </div>
      <p aria-hidden="true" className="mt-1 flex justify-between pr-10 text-xs text-muted">
        <span>{first.label}</span>
        <span>{last.label}</span>
      </p>
      <details className="mt-2">
        <summary className="inline-flex min-h-11 cursor-pointer items-center text-sm font-semibold text-indigo">
          {m["reporting.month.asTable"]()}
        </summary>
        <table className="w-full text-sm">
          <thead>
            <tr className="text-left">
              <th scope="col" className="py-1.5 pr-3">
                {m["readiness.own.day"]()}
              </th>
              <th scope="col" className="py-1.5 pr-3 text-right">
                {m["readiness.own.score"]()}
              </th>
              <th scope="col" className="py-1.5">
                {m["readiness.own.level"]()}
              </th>
            </tr>
          </thead>
          <tbody>
            {history.toReversed().map(({ day, label, score, level }) => (
              <tr key={`${day} ${score}`} className="border-t border-line">
                <th scope="row" className="py-1.5 pr-3 text-left font-normal">
                  {label}
                </th>
                <td className="py-1.5 pr-3 text-right tabular-nums">{score}</td>
                <td className="py-1.5">{level}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </figure>
  );
}
