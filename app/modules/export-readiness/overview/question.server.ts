import { READINESS_LEVELS } from "../types";
import { ENDING_DAYS, READINESS_LISTS, type EndingDays, type ReadinessList, type ReadinessQuestion } from "./types";

/** Which sellers an address asks about; a level that does not exist is none, a place that does not exist has nobody. */
export function readReadinessQuestion(params: URLSearchParams): ReadinessQuestion {
  const text = (name: string) => (params.get(name) ?? "").slice(0, 100) || undefined;
  return {
    level: READINESS_LEVELS.find((known) => known === params.get("level")),
    regionId: text("region"),
    craftId: text("craft"),
  };
}

export function readEndingDays(params: URLSearchParams): EndingDays {
  return ENDING_DAYS.find((days) => String(days) === params.get("days")) ?? ENDING_DAYS[0];
}

/** Which list the address of a file names. */
export function readinessListAt(pathname: string): ReadinessList | undefined {
  return READINESS_LISTS.find((list) => pathname.endsWith(`/${list}.csv`));
}
