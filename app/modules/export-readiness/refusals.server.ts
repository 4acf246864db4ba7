import { m } from "~/paraglide/messages.js";
import type { MakePassportRefusal } from "./passports/make-passport.server";
import type { ProfileRefusal } from "./declare/export-profile.server";

export const profileRefusalText: Readonly<Record<ProfileRefusal, () => string>> = {
  "changed-elsewhere": m["accounts.refusal.changedElsewhere"],
  "market-missing": m["catalog.mend.choice"],
};

export const passportRefusalText: Readonly<Record<MakePassportRefusal | "passport-missing", () => string>> = {
  "market-missing": m["passports.refusal.marketMissing"],
  "not-approved": m["passports.refusal.notApproved"],
  "market-closed": m["passports.refusal.marketClosed"],
  "passport-missing": m["passports.refusal.missing"],
};
