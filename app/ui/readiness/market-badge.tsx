import type { MarketSummary } from "~/modules/export-readiness";
import { m } from "~/paraglide/messages.js";
import { Badge } from "~/ui/primitives/badge";

/** How a market stands for a seller, in a few words. */
export function MarketBadge({ isOpen, missingCount }: Pick<MarketSummary, "isOpen" | "missingCount">) {
  if (isOpen) return <Badge tone="verified">{m["readiness.marketComplete"]()}</Badge>;
  return (
    <Badge tone="plain">
      {missingCount === 0
        ? m["readiness.market.nothingOffered"]()
        : m["readiness.market.missing"]({ count: missingCount })}
    </Badge>
  );
}
