import { formatDay } from "~/modules/catalog/index.server";
import { m } from "~/paraglide/messages.js";
import { dayInBaku } from "~/platform/calendar";
import type { Db } from "~/platform/db/db.server";
import type { Paths } from "~/platform/http/paths";
import { dateFormat } from "~/platform/i18n/formatters";
import { textIn, type Locale } from "~/platform/i18n/locales";
import type { OwnPaper } from "./own-papers.server";
import { paperView } from "./paper-view.server";
import { listProductGroups } from "./product-groups.server";
import { underWay } from "./rules";
import { EVIDENCE_REASON_TEXTS, type EvidenceReason, type EvidenceRow, type EvidenceStatus } from "./types";

const STATUS_NAMES: Readonly<Record<EvidenceStatus, () => string>> = {
  submitted: m["evidence.status.submitted"],
  verified: m["evidence.status.verified"],
  rejected: m["evidence.status.rejected"],
  withdrawn: m["evidence.status.withdrawn"],
};

type Reader = { sellerId: string; lang: Locale; paths: Paths; /** Whether she may open files. */ canOpen: boolean };

/** One paper of a shop in the reader's words: what it is for, what counts, what is under way, and what was before. */
export async function ownPaperView(db: Db, paper: OwnPaper, { sellerId, lang, paths, canOpen }: Reader) {
  const { type, rows, state, said, answers } = paper;
  const groups = type.isPerGroup ? await listProductGroups(db, sellerId) : undefined;
  const names = new Map(groups?.map(({ id, names: own }) => [id, textIn(own, lang).text]));
  const moment = dateFormat(lang, { dateStyle: "medium", timeStyle: "short", timeZone: "Asia/Baku" });
  const broughtView = (row: EvidenceRow) => ({
    evidenceId: row.evidenceId,
    status: STATUS_NAMES[row.status](),
    brought: formatDay(dayInBaku(row.submittedAt), lang),
    issued: formatDay(row.issuedOn, lang),
    until: formatDay(row.expiresOn, lang),
    groups: groups && coversWords(row, names),
    file:
      canOpen && row.paper
        ? { href: paths.sellerPaperFile(type.documentType, row.paper.paperId), name: row.paper.name }
        : undefined,
  });
  const { attempt, counting, latest } = state;
  const shown = new Set([...counting, ...(attempt ? [attempt] : [])].map(({ evidenceId }) => evidenceId));
  return {
    ...paperView(paper, lang),
    why: textIn(type.why, lang).text,
    nextAction: textIn(type.nextAction, lang).text,
    validityMonths: type.validityMonths,
    groups: groups?.map(({ id }) => ({ value: id, label: names.get(id) ?? id })),
    chosen: latest?.categoryIds ?? [],
    seen: latest?.evidenceId ?? "",
    counting: counting.map(broughtView),
    attempt: attempt && {
      kind: underWay(attempt),
      paper: broughtView(attempt),
      said: said ? saidWords(said) : [],
      answers: answers.map(({ words, saidAt }) => ({ words, when: moment.format(saidAt) })),
    },
    earlier: rows.filter(({ evidenceId }) => !shown.has(evidenceId)).map(broughtView),
  };
}

function coversWords({ categoryIds }: EvidenceRow, names: ReadonlyMap<string, string>): string {
  if (categoryIds.length === 0) return m["evidence.allGroups"]();
  return m["evidence.covers"]({ groups: categoryIds.map((id) => names.get(id) ?? id).join(", ") });
}

function saidWords({ words, reasons }: NonNullable<OwnPaper["said"]>): string[] {
  const known = (code: string) =>
    code === "other" || !(code in EVIDENCE_REASON_TEXTS) ? [] : [EVIDENCE_REASON_TEXTS[code as EvidenceReason]()];
  return [
    ...reasons.flatMap((reason) => [...known(reason.code), ...(reason.words ? [reason.words] : [])]),
    ...(words ? [words] : []),
  ];
}
