import type { ApartRefusal } from "~/modules/export-readiness";
import { m } from "~/paraglide/messages.js";
import { Notice } from "~/ui/primitives/notice";
import { HoldItem } from "~/ui/staff/hold-item";

const APART: Readonly<Record<ApartRefusal, () => string>> = {
  "filled-by-you": m["evidence.refusal.filledByYou"],
  "verified-by-you": m["evidence.refusal.verifiedByYou"],
};

type Props = { itemId: string; heldBy: string | undefined; apart: ApartRefusal | undefined };

/** Instead of the decision, for who does not hold the paper: who does, why it is a colleague's, or the way to take it. */
export function TakePaper({ itemId, heldBy, apart }: Props) {
  if (apart) return <Notice tone="warning">{APART[apart]()}</Notice>;
  return <HoldItem itemId={itemId} heldBy={heldBy} />;
}
