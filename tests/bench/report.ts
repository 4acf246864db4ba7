import { CHECKOUT, LONG_ORDER, SHORT_ORDER, STRIPE_ALONE } from "./orders";
import type { PagesResult } from "./pages";
import { BARE_READING, RECOMPUTE, RECOMPUTED_LISTINGS } from "./readiness";
import type { SizeResult } from "./size";
import type { Spread, Timing } from "./statistics";
import { serverName, WORKSPACE_PAGES } from "./workspace";

export type Row = {
  figure: string;
  target: string;
  measured: string;
  range: string;
  verdict: "ok" | "MISSED" | "";
};

type Limit = { atMost?: number; atLeast?: number };

function row(figure: string, spread: Spread | undefined, limit: Limit, write: (value: number) => string): Row[] {
  if (!spread) return [];
  const { atMost, atLeast } = limit;
  const isMet =
    (atMost === undefined || spread.median <= atMost) && (atLeast === undefined || spread.median >= atLeast);
  const target = atMost !== undefined ? `≤ ${write(atMost)}` : atLeast !== undefined ? `≥ ${write(atLeast)}` : "";
  const range = spread.lowest === spread.highest ? "" : `${write(spread.lowest)} – ${write(spread.highest)}`;
  return [
    { figure, target, measured: write(spread.median), range, verdict: target === "" ? "" : isMet ? "ok" : "MISSED" },
  ];
}

const exactly = (value: number): Spread => ({ median: value, lowest: value, highest: value });
const times = (value: number) => `${value.toFixed(2)} ×`;
const ms = (value: number) => `${value.toFixed(1)} ms`;
const perSecond = (value: number) => `${value.toFixed(0)}/s`;
const seconds = (value: number) => `${value.toFixed(1)} s`;
const megabytes = (value: number) => `${value.toFixed(0)} MB`;
const kilobytes = (value: number) => `${(value / 1000).toFixed(1)} kB`;
const points = (value: number) => value.toFixed(0);

/** Figures of one size. Every relation is of two things timed side by side. */
export function rowsOfSize(result: SizeResult): Row[] {
  const { label, measurements, rebuild, memory } = result;
  const at = (figure: string) => `${label}  ${figure}`;
  const ratio = (figure: string, name: string, limit: Limit) => row(at(figure), measurements.ratio(name), limit, times);
  const timing = (name: string) => [
    ...row(at(`${name}: requests/s`), measurements.spread(name, "perSecond"), {}, perSecond),
    ...(["p50", "p95", "p99"] as const satisfies readonly (keyof Timing)[]).flatMap((percent) =>
      row(at(`${name}: ${percent}`), measurements.spread(name, percent), {}, ms),
    ),
  ];
  const { suggestionsServerP95: p95, listings } = result;
  return [
    ...ratio("search loader, p50 / raw-same", "search loader / raw-same, p50", { atMost: 1.5 }),
    ...ratio("search API, requests/s / raw-same", "search API / raw-same, requests/s", { atLeast: 0.4 }),
    ...ratio("search API, requests/s / raw-4", "search API / raw-4, requests/s", { atLeast: 0.4 }),
    ...ratio("search page, requests/s / raw-4", "search page / raw-4, requests/s", { atLeast: 0.15 }),
    ...ratio("search page, requests/s / raw-same", "search page / raw-same, requests/s", {}),
    ...row(at("suggestions, server p95"), p95 === undefined ? undefined : exactly(p95), { atMost: 50 }, ms),
    ...["raw-same", "raw-4", "search loader", "search data", "search API", "search page"].flatMap(timing),
    ...["listing page", "home", "suggestions"].flatMap(timing),
    ...WORKSPACE_PAGES.flatMap((page) => [
      ...row(at(`${page}: server p95`), measurements.spread(serverName(page), "p95"), { atMost: 300 }, ms),
      ...timing(page),
    ]),
    ...readinessRows(result, at),
    ...ratio(`${CHECKOUT} / ${STRIPE_ALONE}, per second`, `${CHECKOUT} / ${STRIPE_ALONE}, per second`, {}),
    ...[CHECKOUT, STRIPE_ALONE, SHORT_ORDER, LONG_ORDER].flatMap(timing),
    ...["hot page, drawn each time", "hot page, page cache"].flatMap(timing),
    ...row(at("rebuild, reading, per 10k"), exactly((rebuild.readingSeconds / listings) * 10_000), {}, seconds),
    ...row(at("rebuild, filling, per 10k"), exactly((rebuild.fillingSeconds / listings) * 10_000), {}, seconds),
    ...Object.entries(memory).flatMap(([name, size]) =>
      row(at(`memory, ${name}`), size === undefined ? undefined : exactly(size), {}, megabytes),
    ),
  ];
}

/** The target is for thirty listings of each of five hundred shops: what was measured is brought to as many. */
function readinessRows({ measurements, listings }: SizeResult, at: (figure: string) => string): Row[] {
  const spread = measurements.spread(RECOMPUTE, "p50");
  const scaled = (value: number) => ((value / 1000) * RECOMPUTED_LISTINGS) / listings;
  return [
    ...row(
      at(`${RECOMPUTE}, per 15k listings`),
      spread && { median: scaled(spread.median), lowest: scaled(spread.lowest), highest: scaled(spread.highest) },
      { atMost: 60 },
      seconds,
    ),
    ...row(at(`${RECOMPUTE} / ${BARE_READING}`), measurements.ratio(`${RECOMPUTE} / ${BARE_READING}`), {}, times),
  ];
}

/** How much slower the larger of two sizes is; search is held against how much slower the engine itself became. */
export function rowsOfGrowth(small: SizeResult, large: SizeResult): Row[] {
  const grown = (name: string) => {
    const before = small.measurements.spread(name, "p50")?.median;
    const after = large.measurements.spread(name, "p50")?.median;
    return before === undefined || after === undefined ? undefined : after / before;
  };
  const label = `${small.label} → ${large.label}`;
  const engine = grown("raw-same");
  const search = grown("search loader");
  const listing = grown("listing page");
  return [
    ...(engine === undefined ? [] : row(`${label}  engine, p50`, exactly(engine), {}, times)),
    ...(engine === undefined || search === undefined
      ? []
      : row(`${label}  search loader, p50 / engine's`, exactly(search / engine), { atMost: 1.25 }, times)),
    ...(listing === undefined ? [] : row(`${label}  listing page, p50`, exactly(listing), { atMost: 1.25 }, times)),
  ];
}

const LIMITS = { script: 95_000, style: 20_000, fonts: 150_000 } as const;

export function rowsOfPages({ framework, pages, lighthouse }: PagesResult): Row[] {
  const isJudged = (name: string) => name === "search" || name === "listing";
  return [
    ...(framework > 0 ? row("bare framework: JavaScript, brotli", exactly(framework), {}, kilobytes) : []),
    ...pages.flatMap(({ name, script, style, fonts, isFirstPicturePreloaded }) => [
      ...row(
        `${name}: JavaScript, brotli`,
        exactly(script),
        isJudged(name) ? { atMost: LIMITS.script } : {},
        kilobytes,
      ),
      ...row(`${name}: CSS, brotli`, exactly(style), { atMost: LIMITS.style }, kilobytes),
      ...row(`${name}: fonts in az`, exactly(fonts), { atMost: LIMITS.fonts }, kilobytes),
      {
        figure: `${name}: first picture preloaded`,
        target: isJudged(name) ? "yes" : "",
        measured: isFirstPicturePreloaded ? "yes" : "no",
        range: "",
        verdict: !isJudged(name) ? ("" as const) : isFirstPicturePreloaded ? ("ok" as const) : ("MISSED" as const),
      },
    ]),
    ...lighthouse.flatMap(({ name, scores, layoutShift }) => [
      ...row(`${name}: Lighthouse performance`, scores.performance, { atLeast: 95 }, points),
      ...row(`${name}: Lighthouse accessibility`, scores.accessibility, { atLeast: 100 }, points),
      ...row(`${name}: Lighthouse best practices`, scores["best-practices"], { atLeast: 100 }, points),
      ...row(`${name}: Lighthouse SEO (but is-crawlable)`, scores.seo, { atLeast: 100 }, points),
      ...row(`${name}: layout shift (CLS)`, layoutShift, { atMost: 0.05 }, (value) => value.toFixed(3)),
    ]),
  ];
}

/** The rows under one another, each column as wide as its widest entry. */
export function tableOf(rows: readonly Row[]): string[] {
  const head: Row = { figure: "figure", target: "target", measured: "measured", range: "range", verdict: "" };
  const columns = ["figure", "target", "measured", "range", "verdict"] as const;
  const width = (column: (typeof columns)[number]) => Math.max(...[head, ...rows].map((one) => one[column].length));
  const line = (one: Row) =>
    columns
      .map((column) =>
        column === "figure" || column === "verdict"
          ? one[column].padEnd(width(column))
          : one[column].padStart(width(column)),
      )
      .join("  ")
      .trimEnd();
  return [line(head), ...rows.map(line)];
}
