import { afterEach, beforeEach, expect } from "vitest";

let allowed: RegExp[] = [];
let unexpected: string[] = [];

/** Says that this test causes an error line; any other one still fails it. */
export function expectConsoleError(pattern: RegExp): void {
  allowed.push(pattern);
}

// oxlint-disable-next-line no-console -- this is the place that watches it
console.error = (...parts: unknown[]) => {
  const line = parts.map((part) => (part instanceof Error ? (part.stack ?? part.message) : String(part))).join(" ");
  if (!allowed.some((pattern) => pattern.test(line))) unexpected.push(line);
};

beforeEach(() => {
  allowed = [];
  unexpected = [];
});

afterEach(() => {
  expect(unexpected, "unexpected console.error").toEqual([]);
});
