import { recordAudit } from "~/platform/audit/audit.server";
import { clock } from "~/platform/clock.server";
import type { Db } from "~/platform/db/db.server";
import { m } from "~/paraglide/messages.js";
import { csvOf } from "~/platform/http/csv.server";
import type { Locale } from "~/platform/i18n/locales";
import type { StaffActor } from "~/platform/session/actors.server";
import { readinessReference } from "../reference.server";
import { listEndingPapers } from "./ending-papers.server";
import { listMovers } from "./movers.server";
import { listNearReady } from "./near-ready.server";
import type { EndingDays, ReadinessList, ReadinessQuestion } from "./types";
import { listWaitingDeclarations } from "./waiting-declarations.server";

/** Rows of one file; who needs more narrows the question. */
const MOST_ROWS = 5_000;

type Asked = { list: ReadinessList; question: ReadinessQuestion; days: EndingDays; locale: Locale };

/**
 * A list of the overview as a table for a spreadsheet. It takes facts of sellers out of the house, so that who took which is
 * recorded first.
 */
export async function exportReadinessList(db: Db, staff: StaffActor, asked: Asked, now = clock()): Promise<string> {
  const { list, question, days } = asked;
  await db.transaction().execute((trx) =>
    recordAudit(trx, {
      actor: { kind: "staff", id: staff.userId },
      action: "export-readiness-list",
      subject: { kind: "readiness-list", id: list },
      after: { ...question, ...(list === "papers" ? { days } : {}) },
    }),
  );
  return csvOf(await ROWS_OF[list](db, asked, now));
}

const ALL = { page: 1, pageSize: MOST_ROWS };

const ROWS_OF: Readonly<Record<ReadinessList, (db: Db, asked: Asked, now: Date) => Promise<string[][]>>> = {
  declarations: async (db, { question, locale }) => {
    const rows = await listWaitingDeclarations(db, { question, locale, ...ALL });
    return [
      [
        m["staffReadiness.seller"],
        m["staffReadiness.declaration"],
        m["staffReadiness.words"],
        m["staffReadiness.since"],
      ].map((text) => text({}, { locale })),
      ...rows.map(({ seller, title, words, declaredOn = "" }) => [seller, title, words, declaredOn]),
    ];
  },
  papers: async (db, { question, days, locale }, now) => {
    const rows = await listEndingPapers(db, { question, days, locale, ...ALL }, now);
    return [
      [
        m["staffReadiness.seller"],
        m["staffReadiness.papers.paper"],
        m["staffReadiness.papers.ends"],
        m["staffReadiness.papers.reminded"],
        m["staffReadiness.papers.newer"],
      ].map((text) => text({}, { locale })),
      ...rows.map(({ seller, paper, expiresOn, remindedOn = "", isNewerWaiting }) => [
        seller,
        paper,
        expiresOn,
        remindedOn,
        isNewerWaiting ? m["staffReadiness.yes"]({}, { locale }) : "",
      ]),
    ];
  },
  near: async (db, { question, locale }) => {
    const rows = await listNearReady(db, { question, locale, ...ALL });
    return [
      [
        m["staffReadiness.seller"],
        m["staffReadiness.region"],
        m["staffReadiness.score"],
        m["staffReadiness.near.lacking"],
      ].map((text) => text({}, { locale })),
      ...rows.map(({ seller, region, score, lacking }) => [seller, region, String(score), lacking]),
    ];
  },
  movers: async (db, { question, locale }, now) => {
    const [rows, { model }] = await Promise.all([
      listMovers(db, { question, locale, ...ALL }, now),
      readinessReference(db),
    ]);
    const nameOf = (level: string) => model.levelWords.get(level)?.label[locale] ?? level;
    return [
      [m["staffReadiness.seller"], m["staffReadiness.movers.from"], m["staffReadiness.movers.to"]].map((text) =>
        text({}, { locale }),
      ),
      ...rows.map(({ seller, from, to }) => [seller, nameOf(from), nameOf(to)]),
    ];
  },
};
