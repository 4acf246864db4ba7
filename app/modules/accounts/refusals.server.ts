import { m } from "~/paraglide/messages.js";
import type { AddressRefusal } from "./addresses.server";
import { LARGEST_TEAM } from "./people.server";
import {
  MOST_ADDRESSES,
  PASSWORD_LENGTH,
  type CodeRefusal,
  type InvitationRefusal,
  type LinkRefusal,
  type PasswordRefusal,
  type SignInRefusal,
  type TeamRefusal,
} from "./types";

type Texts<Refusal extends string> = Readonly<Record<Refusal, () => string>>;

export const passwordRefusalText: Texts<PasswordRefusal> = {
  "too-short": () => m["accounts.refusal.passwordTooShort"]({ least: PASSWORD_LENGTH.least }),
  "too-long": () => m["accounts.mend.passwordTooLong"]({ most: PASSWORD_LENGTH.most }),
  common: m["accounts.refusal.passwordCommon"],
  "own-name": m["accounts.refusal.passwordOwnName"],
};

export const signInRefusalText: Texts<SignInRefusal> = {
  "wrong-credentials": m["accounts.refusal.wrongCredentials"],
  unverified: m["accounts.refusal.unverified"],
  throttled: m["accounts.refusal.throttled"],
  closed: m["accounts.refusal.closed"],
};

export const codeRefusalText: Texts<CodeRefusal> = {
  "wrong-code": m["accounts.refusal.wrongCode"],
  "expired-code": m["accounts.refusal.expiredCode"],
  throttled: m["accounts.refusal.throttled"],
};

export const linkRefusalText: Texts<LinkRefusal> = {
  "link-expired": m["accounts.refusal.linkExpired"],
  "link-wrong": m["accounts.refusal.linkWrong"],
};

export const addressRefusalText: Texts<AddressRefusal> = {
  "too-many": () => m["accounts.refusal.tooManyAddresses"]({ most: MOST_ADDRESSES }),
  "address-missing": m["accounts.refusal.addressMissing"],
};

export const wrongPasswordText = m["accounts.refusal.wrongPassword"];

export const invitationRefusalText: Texts<InvitationRefusal> = {
  "link-wrong": m["accounts.invitation.wrong"],
  "link-used": m["accounts.invitation.used"],
  "link-revoked": m["accounts.invitation.revoked"],
  "link-expired": m["accounts.invitation.expired"],
  "has-shop": m["accounts.invitation.hasShop"],
  "other-phone": m["accounts.invitation.otherPhone"],
};

export const teamRefusalText: Texts<TeamRefusal | "already-member" | "team-full" | "invitation-missing" | "throttled"> =
  {
    "not-allowed": m["accounts.team.refusal.notAllowed"],
    "member-missing": m["accounts.team.refusal.memberMissing"],
    "owner-stays": m["accounts.team.refusal.ownerStays"],
    "not-a-manager": m["accounts.team.refusal.notAManager"],
    "already-member": m["accounts.team.refusal.alreadyMember"],
    "team-full": () => m["accounts.team.refusal.full"]({ most: LARGEST_TEAM }),
    "invitation-missing": m["accounts.team.refusal.invitationMissing"],
    throttled: m["accounts.refusal.throttled"],
  };
