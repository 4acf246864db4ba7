import { spreadOf, type Spread, type Timing } from "./statistics";

/** Every timing of a run by what was timed, in the order of the rounds. */
export type Measurements = {
  add: (name: string, timing: Timing) => void;
  /** A relation of two things that were timed side by side, once per round. */
  addRatio: (name: string, value: number) => void;
  spread: (name: string, of: keyof Timing) => Spread | undefined;
  ratio: (name: string) => Spread | undefined;
  toJson: () => unknown;
};

export function makeMeasurements(): Measurements {
  const timings = new Map<string, Timing[]>();
  const ratios = new Map<string, number[]>();
  return {
    add: (name, timing) => void timings.set(name, [...(timings.get(name) ?? []), timing]),
    addRatio: (name, value) => void ratios.set(name, [...(ratios.get(name) ?? []), value]),
    spread: (name, of) => {
      const found = timings.get(name);
      return found && spreadOf(found.map((timing) => timing[of]));
    },
    ratio: (name) => {
      const found = ratios.get(name);
      return found && spreadOf(found);
    },
    toJson: () => ({ timings: Object.fromEntries(timings), ratios: Object.fromEntries(ratios) }),
  };
}
