import type { PaperStanding } from "~/modules/export-readiness";
import { m } from "~/paraglide/messages.js";
import { Badge } from "~/ui/primitives/badge";

type Look = { tone: "verified" | "featured" | "plain" | "warning"; text: () => string };

const LOOKS: Readonly<Record<PaperStanding, Look>> = {
  none: { tone: "plain", text: m["evidence.standing.none"] },
  waiting: { tone: "plain", text: m["evidence.standing.waiting"] },
  asked: { tone: "featured", text: m["evidence.standing.asked"] },
  rejected: { tone: "warning", text: m["evidence.standing.rejected"] },
  verified: { tone: "verified", text: m["evidence.standing.verified"] },
  ends_soon: { tone: "featured", text: m["evidence.standing.endsSoon"] },
  expired: { tone: "warning", text: m["evidence.standing.expired"] },
};

export function StandingBadge({ standing }: { standing: PaperStanding }) {
  const { tone, text } = LOOKS[standing];
  return (
    <Badge tone={tone} {...(standing === "verified" ? { icon: "check" as const } : {})}>
      {text()}
    </Badge>
  );
}
