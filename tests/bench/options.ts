import { parseArgs } from "node:util";
import { startProblem } from "~/platform/processes/start-problem";

export const PARTS = ["search", "pages", "bytes", "lighthouse", "readiness", "orders", "workspace"] as const;
export type Part = (typeof PARTS)[number];

export type BenchOptions = {
  sizes: { label: string; listings: number }[];
  /** Interleaved rounds; medians are over these. */
  rounds: number;
  /** Searches in one slice of a round. */
  searches: number;
  only: ReadonlySet<Part>;
};

/** Fewer rounds than this say nothing about chance: the report marks them as a trial. */
export const ENOUGH_ROUNDS = 5;

export function readOptions(args: readonly string[]): BenchOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      sizes: { type: "string", default: "10k,100k" },
      rounds: { type: "string", default: String(ENOUGH_ROUNDS) },
      searches: { type: "string", default: "640" },
      only: { type: "string", default: PARTS.join(",") },
    },
  });
  return {
    sizes: values.sizes.split(",").map((label) => ({ label, listings: sizeOf(label) })),
    rounds: wholeNumber("--rounds", values.rounds),
    searches: Math.max(CONNECTIONS, wholeNumber("--searches", values.searches)),
    only: new Set(values.only.split(",").map(partOf)),
  };
}

/** Requests under way at a time. */
export const CONNECTIONS = 16;

function sizeOf(label: string): number {
  const [, digits, thousands] = /^(\d+)(k?)$/.exec(label) ?? [];
  const count = Number(digits) * (thousands ? 1000 : 1);
  if (count >= 100) return count;
  throw startProblem(
    `--sizes ${label} is no size.`,
    "Write numbers of listings from 100 on, such as --sizes 10k,100k.",
  );
}

function wholeNumber(name: string, text: string): number {
  const value = Number(text);
  if (Number.isInteger(value) && value > 0) return value;
  throw startProblem(`${name} ${text} is no whole number.`, `Write a number from 1 on, such as ${name} 5.`);
}

function partOf(text: string): Part {
  const part = PARTS.find((one) => one === text);
  if (part) return part;
  throw startProblem(`--only ${text} is no part of the bench.`, `Choose among ${PARTS.join(", ")}.`);
}
