/** What one figure came to over the rounds of a run. */
export type Spread = { median: number; lowest: number; highest: number };

export function spreadOf(values: readonly number[]): Spread {
  const sorted = values.toSorted((a, b) => a - b);
  return { median: percentile(sorted, 50), lowest: sorted[0] ?? Number.NaN, highest: sorted.at(-1) ?? Number.NaN };
}

/** @param sorted in rising order. The value itself is given, none between two, except for a median of an even number. */
export function percentile(sorted: readonly number[], percent: number): number {
  if (percent === 50 && sorted.length % 2 === 0 && sorted.length > 0) {
    return ((sorted[sorted.length / 2 - 1] ?? 0) + (sorted[sorted.length / 2] ?? 0)) / 2;
  }
  return sorted[Math.min(sorted.length - 1, Math.ceil((percent / 100) * sorted.length) - 1)] ?? Number.NaN;
}

/** Latencies in milliseconds and how many came per second of the time they took together. */
export type Timing = { perSecond: number; p50: number; p95: number; p99: number; count: number };

export function timingOf(latencies: readonly number[], elapsedMs: number): Timing {
  const sorted = latencies.toSorted((a, b) => a - b);
  return {
    perSecond: (latencies.length / elapsedMs) * 1000,
    p50: percentile(sorted, 50),
    p95: percentile(sorted, 95),
    p99: percentile(sorted, 99),
    count: latencies.length,
  };
}
