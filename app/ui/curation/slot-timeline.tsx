import type { FeatureState } from "~/modules/curation";

export type TimelineBar = {
  id: string;
  number: number;
  state: FeatureState;
  /** Its time has come, and the page has no room for it. */
  isHidden: boolean;
  span: { from: number; width: number };
};
export type TimelineTick = { at: number; label: string };

type Props = {
  bars: readonly TimelineBar[];
  ticks: readonly TimelineTick[];
  /** Where now is, in percent of the line. */
  now: number;
};

const HOLLOW = "fill-none stroke-saffron [stroke-dasharray:4_3]";
const ROW = 26;
const HEAD = 24;

/** A place of the home page as a calendar: a bar per feature, numbered as in the table beneath, which says the same. */
export function SlotTimeline({ bars, ticks, now }: Props) {
  const height = HEAD + Math.max(1, bars.length) * ROW;
  return (
    <svg width="100%" height={height} aria-hidden="true" className="mt-3 block rounded border border-line bg-surface">
      {ticks.map(({ at, label }) => (
        <g key={label}>
          <line x1={`${at}%`} x2={`${at}%`} y1={HEAD} y2={height} className="stroke-line" />
          <text x={`${at}%`} dx={4} y={16} className="fill-muted text-xs">
            {label}
          </text>
        </g>
      ))}
      {bars.map(({ id, number, state, isHidden, span }, row) => (
        <g key={id}>
          <rect
            x={`${span.from}%`}
            width={`${span.width}%`}
            y={HEAD + row * ROW + 4}
            height={ROW - 8}
            rx={3}
            className={isHidden ? HOLLOW : state === "running" ? "fill-saffron" : "fill-saffron-wash stroke-saffron"}
          />
          <text
            x={`${span.from}%`}
            dx={6}
            y={HEAD + row * ROW + 18}
            className={`text-xs font-semibold ${isHidden ? "fill-ink" : "fill-on-saffron"}`}
          >
            {number}
          </text>
        </g>
      ))}
      <line x1={`${now}%`} x2={`${now}%`} y1={0} y2={height} strokeWidth={2} className="stroke-madder" />
    </svg>
  );
}
