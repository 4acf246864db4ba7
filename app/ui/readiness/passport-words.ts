import type { PassportState, PublicPassport, RuleKnownBy } from "~/modules/export-readiness";
import { m } from "~/paraglide/messages.js";

export const PASSPORT_STATE_NAMES: Readonly<Record<PassportState, () => string>> = {
  valid: m["passports.state.valid"],
  revoked: m["passports.state.revoked"],
  ended: m["passports.state.ended"],
  "seller-away": m["passports.state.sellerAway"],
  "market-closed": m["passports.state.marketClosed"],
};

/** Until when it holds, or why it does not. */
export function passportStateText({
  state,
  validUntil,
  revokedOn,
}: Pick<PublicPassport, "state" | "validUntil" | "revokedOn">): string {
  switch (state) {
    case "valid":
      return m["passports.state.validText"]({ day: validUntil });
    case "revoked":
      return m["passports.state.revokedText"]({ day: revokedOn ?? "" });
    case "ended":
      return m["passports.state.endedText"]({ day: validUntil });
    case "seller-away":
      return m["passports.state.sellerAwayText"]();
    case "market-closed":
      return m["passports.state.marketClosedText"]();
  }
}

export const KNOWN_BY_NAMES: Readonly<Record<RuleKnownBy, () => string>> = {
  seller: m["passports.by.seller"],
  staff: m["passports.by.staff"],
  facts: m["passports.by.facts"],
  order: m["passports.by.order"],
};
