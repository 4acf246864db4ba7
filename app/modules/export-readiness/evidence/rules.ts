import { dayAfter } from "~/platform/calendar";
import type { DateRefusal, EvidenceRow, PaperStanding } from "./types";

/** Criteria that are asked for every product group, in the words of `db/reference/readiness-criteria.json`. */
export const PER_GROUP = ["CO-06", "CO-07", "CO-09", "LO-03"] as const;

export const isPerGroup = (criterionId: string) => PER_GROUP.some((id) => id === criterionId);

/** Days before a paper expires on which its seller is reminded, the first first. */
export const REMINDER_DAYS = [30, 7] as const;

/** The same day some months later, or the last day of a month that is too short for it. */
export function monthsAfter(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  const first = new Date(Date.UTC(year, month - 1 + months, 1));
  const lastDate = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  first.setUTCDate(Math.min(date, lastDate));
  return first.toISOString().slice(0, 10);
}

/**
 * First reason why a paper cannot have these dates on a day, or undefined when it can.
 *
 * @param validityMonths how long after its issue it may count at most
 */
export function whyNotDates(
  { issuedOn, expiresOn }: { issuedOn: string; expiresOn: string },
  validityMonths: number,
  today: string,
): DateRefusal | undefined {
  if (issuedOn > today) return "issued-in-future";
  if (expiresOn < issuedOn) return "ends-before-issue";
  if (expiresOn < today) return "expired";
  return expiresOn > monthsAfter(issuedOn, validityMonths) ? "lasts-too-long" : undefined;
}

type Covering = Pick<EvidenceRow, "evidenceId" | "expiresOn" | "submittedAt"> & { categoryIds: readonly string[] };

/** Whether a verified paper takes the place of an earlier one: it covers all that the other covers. */
export function supersedes(newer: Covering, older: Covering): boolean {
  if (newer.evidenceId === older.evidenceId || newer.submittedAt <= older.submittedAt) return false;
  if (newer.categoryIds.length === 0) return true;
  return older.categoryIds.length > 0 && older.categoryIds.every((id) => newer.categoryIds.includes(id));
}

export type PaperState = {
  /** Verified papers of which none takes the place of another, in date, those that end first at the beginning. */
  counting: EvidenceRow[];
  /** What counted last, where nothing does any more. */
  expired: EvidenceRow | undefined;
  /** What is under way, or did not succeed. */
  attempt: EvidenceRow | undefined;
  /** The newest paper of all: what a form that brings another one was made from. */
  latest: EvidenceRow | undefined;
};

/** Where a seller stands with the papers of one type. */
export function stateOfPapers(rows: readonly EvidenceRow[], today: string): PaperState {
  const byAge = rows.toSorted((a, b) => b.submittedAt.getTime() - a.submittedAt.getTime());
  const verified = byAge.filter(({ status }) => status === "verified");
  const current = verified
    .filter((row) => !verified.some((newer) => newer.expiresOn >= today && supersedes(newer, row)))
    .toSorted((a, b) => (a.expiresOn < b.expiresOn ? -1 : 1));
  const counting = current.filter(({ expiresOn }) => expiresOn >= today);
  const latest = byAge[0];
  const tried = byAge.find(({ status }) => status !== "withdrawn");
  return {
    counting,
    expired: counting.length === 0 ? current.at(-1) : undefined,
    attempt: tried && tried.status !== "verified" ? tried : undefined,
    latest,
  };
}

/** In one word: what counts goes before what is under way, and that before what has expired. */
export function standingOf({ counting, expired, attempt }: PaperState, today: string): PaperStanding {
  const [first] = counting;
  if (first) return first.expiresOn <= dayAfter(today, REMINDER_DAYS[0]) ? "ends_soon" : "verified";
  if (attempt) return underWay(attempt);
  return expired ? "expired" : "none";
}

export function underWay({ status, isAsked }: EvidenceRow): "waiting" | "asked" | "rejected" {
  if (status === "rejected") return "rejected";
  return isAsked ? "asked" : "waiting";
}
