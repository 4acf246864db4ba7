import { formatDay, nameIn, referenceBook } from "~/modules/catalog/index.server";
import type { OpenMarket } from "~/modules/sellers";
import { dayInBaku } from "~/platform/calendar";
import type { Db } from "~/platform/db/db.server";
import type { Locale } from "~/platform/i18n/locales";
import { readinessReference } from "../reference.server";
import { RULE_KNOWN_BY, type PaperOnTheWay, type ServedMarkets } from "./market-types";
import { paperView } from "./paper-view.server";

/**
 * The markets of the reference as the public sees them of a seller: those that can be served, with what goes along, and the
 * names of all others, of which nothing more is said. What is missing is the seller's own business.
 */
export async function servedMarkets(db: Db, open: readonly OpenMarket[], lang: Locale): Promise<ServedMarkets> {
  const [reference, book] = await Promise.all([readinessReference(db), referenceBook(db)]);
  const nameOf = (id: string) => nameIn(book.markets.get(id)?.names, lang);
  const rules = new Map(reference.rules.map((rule) => [rule.id, rule]));
  return {
    served: reference.markets.flatMap((id) => {
      const found = open.find(({ marketId }) => marketId === id);
      if (!found) return [];
      const papers = found.metRules.flatMap((ruleId): PaperOnTheWay[] => {
        const rule = rules.get(ruleId);
        // Whether a narrower condition holds is not kept; without it there may be nothing to send along.
        if (!rule?.paper || rule.paperWhen !== undefined) return [];
        return [paperView(rule, rule.paper, reference, lang)];
      });
      const checkedOn = formatDay(dayInBaku(new Date(found.computedAt)), lang);
      const hasOwnWord = found.metRules.some((ruleId) => {
        const rule = rules.get(ruleId);
        return rule !== undefined && RULE_KNOWN_BY[rule.check.type] === "seller";
      });
      return [{ marketId: id, name: nameOf(id), checkedOn, papers, hasOwnWord }];
    }),
    others: reference.markets.filter((id) => !open.some(({ marketId }) => marketId === id)).map(nameOf),
  };
}
