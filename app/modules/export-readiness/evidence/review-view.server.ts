import { formatDay, shopNames } from "~/modules/catalog/index.server";
import { stateOf } from "~/modules/sellers/index.server";
import { m } from "~/paraglide/messages.js";
import type { Db } from "~/platform/db/db.server";
import { dateFormat } from "~/platform/i18n/formatters";
import { textIn, type Locale } from "~/platform/i18n/locales";
import { paperName } from "./paper-names";
import { paperView } from "./paper-view.server";
import { listProductGroups } from "./product-groups.server";
import type { EvidenceInReview } from "./review-evidence.server";

/** A paper on the desk in the reader's words: its rule, what its seller says of it, and who the seller is. */
export async function reviewView(db: Db, opened: EvidenceInReview, lang: Locale) {
  const { item, isMine, apart, evidence, type, shop, answers, others, outcomes, verified } = opened;
  const hour = dateFormat(lang, { timeStyle: "short", timeZone: "Asia/Baku" });
  const moment = dateFormat(lang, { dateStyle: "medium", timeStyle: "short", timeZone: "Asia/Baku" });
  const state = stateOf(shop);
  return {
    itemId: item.itemId,
    queue: item.queue,
    subjectVersion: item.subjectVersion,
    name: paperName(evidence.documentType),
    rule: type && {
      criterionId: type.criterionId,
      title: textIn(type.title, lang).text,
      why: textIn(type.why, lang).text,
      nextAction: textIn(type.nextAction, lang).text,
      validityMonths: type.validityMonths,
    },
    issued: formatDay(evidence.issuedOn, lang),
    expires: formatDay(evidence.expiresOn, lang),
    expiresOn: evidence.expiresOn,
    brought: moment.format(evidence.submittedAt),
    groups: type?.isPerGroup === true ? await groupsOf(db, shop.sellerId, evidence.categoryIds, lang) : undefined,
    file: evidence.paper && { name: evidence.paper.name, contentType: evidence.paper.contentType },
    sellerId: shop.sellerId,
    shop: { state, ...(await shopNames(db, state, lang)) },
    iban: shop.iban,
    answers: answers.map(({ words, saidAt }) => ({ words, when: moment.format(saidAt) })),
    others: others.map((paper) => paperView(paper, lang)),
    outcomes: outcomes.map(({ decidedAt, ...outcome }) => ({
      ...outcome,
      decided: decidedAt === undefined ? "" : moment.format(decidedAt),
    })),
    verified: verified && { by: verified.by, when: moment.format(verified.on) },
    apart,
    isMine,
    heldBy: item.claim && !isMine ? item.claim.name : undefined,
    until: item.claim && isMine ? hour.format(item.claim.until) : undefined,
  };
}

async function groupsOf(db: Db, sellerId: string, categoryIds: readonly string[], lang: Locale): Promise<string> {
  if (categoryIds.length === 0) return m["evidence.allGroups"]();
  const names = new Map((await listProductGroups(db, sellerId)).map((group) => [group.id, group.names]));
  return categoryIds
    .map((id) => {
      const own = names.get(id);
      return own ? textIn(own, lang).text : id;
    })
    .join(", ");
}
