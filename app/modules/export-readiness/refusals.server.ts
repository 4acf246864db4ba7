import { m } from "~/paraglide/messages.js";
import type { ProfileRefusal } from "./declare/export-profile.server";

export const profileRefusalText: Readonly<Record<ProfileRefusal, () => string>> = {
  "changed-elsewhere": m["accounts.refusal.changedElsewhere"],
  "market-missing": m["catalog.mend.choice"],
};
