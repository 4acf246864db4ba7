import { m } from "~/paraglide/messages.js";
import { Badge } from "~/ui/primitives/badge";

/** Only the two levels that promise something to a buyer are ever named in public. */
export function LevelBadge({ level }: { level: "ready" | "exporting" }) {
  return (
    <Badge tone="verified" icon="shield">
      {level === "exporting" ? m["readiness.level.exporting"]() : m["readiness.level.ready"]()}
    </Badge>
  );
}
