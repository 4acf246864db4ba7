import { SLOTS, type Slot } from "./types";

export type Window = { startsAt: Date; endsAt: Date };

export type FeatureState = "coming" | "running" | "ended";

/** A feature runs from its start on, and no longer at its end. */
export function stateOf({ startsAt, endsAt }: Window, now: Date): FeatureState {
  if (endsAt <= now) return "ended";
  return startsAt <= now ? "running" : "coming";
}

/** How much of what runs and is public each place of the home page shows. */
export const HOME_ROOM: Readonly<Record<Slot, number>> = { home_listing: 8, home_seller: 6, home_collection: 4 };

/** What of a place's things the home page has room for: the first of them in the curators' order. */
export function fitting<Thing>(slot: Slot, things: readonly Thing[]): Thing[] {
  return things.slice(0, HOME_ROOM[slot]);
}

type Standing = { slot: Slot; state: FeatureState; isPublic: boolean };

/** How many stand before each feature that runs, is public and yet finds no room; a feature that is not such is left out. */
export function waiting<Feature extends Standing>(features: readonly Feature[]): Map<Feature, number> {
  return new Map(
    SLOTS.flatMap((slot) => {
      const standing = features.filter((one) => one.slot === slot && one.state === "running" && one.isPublic);
      const room = fitting(slot, standing).length;
      return standing.slice(room).map((feature, at) => [feature, room + at] as const);
    }),
  );
}

export type WindowRefusal = "end-before-start" | "end-in-past" | "too-long";

const DAY_MS = 86_400_000;
/** What is featured for longer than a year is furniture. */
const LONGEST_DAYS = 366;

/** First reason why something may not be featured in this time, or undefined when it may. */
export function whyNotFeature({ startsAt, endsAt }: Window, now: Date): WindowRefusal | undefined {
  if (endsAt <= startsAt) return "end-before-start";
  if (endsAt <= now) return "end-in-past";
  if (endsAt.getTime() - startsAt.getTime() > LONGEST_DAYS * DAY_MS) return "too-long";
  return undefined;
}

/**
 * Where a feature lies on a drawn line of days.
 *
 * @returns percent of the line, both from 0 to 100; undefined when it lies outside
 */
export function spanOn(line: Window, { startsAt, endsAt }: Window): { from: number; width: number } | undefined {
  const length = line.endsAt.getTime() - line.startsAt.getTime();
  const at = (instant: Date) =>
    Math.min(100, Math.max(0, ((instant.getTime() - line.startsAt.getTime()) / length) * 100));
  const [from, to] = [at(startsAt), at(endsAt)];
  return to > from ? { from, width: to - from } : undefined;
}

/**
 * The list with one of its things a place earlier or later; as it is when there is no such place.
 *
 * @param by how far: -1 is up, 1 is down
 */
export function moved<Thing>(things: readonly Thing[], at: number, by: -1 | 1): Thing[] {
  const to = at + by;
  if (at < 0 || to < 0 || to >= things.length) return [...things];
  const order = [...things];
  order.splice(to, 0, ...order.splice(at, 1));
  return order;
}
