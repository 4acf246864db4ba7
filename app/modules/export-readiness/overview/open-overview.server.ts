import { clock } from "~/platform/clock.server";
import type { Db } from "~/platform/db/db.server";
import type { Locale } from "~/platform/i18n/locales";
import { countByLevel } from "./distribution.server";
import { countEndingPapers } from "./ending-papers.server";
import { countMovers } from "./movers.server";
import { countNearReady } from "./near-ready.server";
import type { ReadinessQuestion } from "./types";
import { countWaitingDeclarations } from "./waiting-declarations.server";

/** Where all approved sellers stand, in numbers: six statements, however many they are. */
export async function openReadinessOverview(db: Db, question: ReadinessQuestion, locale: Locale, now = clock()) {
  const [levels, movers, papers, nearCount, waitingCount] = await Promise.all([
    countByLevel(db, question, locale),
    countMovers(db, question, now),
    countEndingPapers(db, question, now),
    countNearReady(db, question),
    countWaitingDeclarations(db, question),
  ]);
  return { ...levels, movers, papers, nearCount, waitingCount };
}
