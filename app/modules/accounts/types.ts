import type { Locale } from "~/platform/i18n/locales";
import type { ShopRole } from "~/platform/session/roles";

/** Who told a person of Karvan; asked once, for the Federation's sums. */
export const REFERRERS = ["abad", "kobia", "british_council", "other"] as const;
export type Referrer = (typeof REFERRERS)[number];

export const PASSWORD_LENGTH = { least: 10, most: 200 } as const;

/** What a person says of herself. Countries are ISO 3166-1 alpha-2, the currency ISO 4217. */
export type Profile = {
  name: string;
  locale: Locale;
  currency?: string | undefined;
  destination?: string | undefined;
  companyName?: string | undefined;
  companyTaxId?: string | undefined;
  companyCountry?: string | undefined;
  /** Number of the state that a form was made from. */
  version: number;
};

/** How a person enters. */
export type Login = {
  email: string | undefined;
  isEmailVerified: boolean;
  phone: string | undefined;
  hasPassword: boolean;
  hasSecondFactor: boolean;
  /** Staff cannot be without one. */
  needsSecondFactor: boolean;
};

export type OpenSession = {
  sessionId: string;
  isThisOne: boolean;
  signedInAt: Date;
  /** What the browser calls itself, as sent. */
  userAgent: string | undefined;
  clientAddress: string | undefined;
};

export type Address = {
  addressId: string;
  isDefault: boolean;
  recipient: string;
  company?: string | undefined;
  line1: string;
  line2?: string | undefined;
  city: string;
  region?: string | undefined;
  postalCode?: string | undefined;
  country: string;
  phone?: string | undefined;
};

export const MOST_ADDRESSES = 20;

/** Minutes of the day in Baku, from 0 to 1439; over midnight when `to` is the earlier. */
export type QuietHours = { from: number; to: number };

/** How a person wants to be told of what happens, and when nothing is to be sent. */
export type NoticePreferences = { byMail: boolean; bySms: boolean; quiet: QuietHours | undefined };

/** With where she is reached: undefined is a way that leads nowhere, whatever she prefers. */
export type Noticed = NoticePreferences & { email: string | undefined; phone: string | undefined };

/** Why a password is refused. */
export type PasswordRefusal = "too-short" | "too-long" | "common" | "own-name";

export type SignInRefusal = "wrong-credentials" | "unverified" | "throttled" | "closed";
export type CodeRefusal = "wrong-code" | "expired-code" | "throttled";
/** Why a code of an authenticator proves nothing. */
export type ProofRefusal = "no-second-factor" | "code-needed" | "wrong-code" | "throttled";
export type LinkRefusal = "link-expired" | "link-wrong";

/** Rights that somebody is invited with; a shop has one owner. */
export const INVITED_ROLES = ["manager", "editor"] as const;
export type InvitedRole = (typeof INVITED_ROLES)[number];

/** A mailbox or a number: one of them. */
export type InvitationContact = { email?: string | undefined; phone?: string | undefined };
export type InvitationState = "open" | "accepted" | "revoked" | "expired";

export type OpenInvitation = {
  invitationId: string;
  role: ShopRole;
  contact: string;
  sentAt: Date;
  expiresAt: Date;
  isExpired: boolean;
};

export type TeamMember = {
  memberId: string;
  userId: string;
  name: string;
  role: ShopRole;
  contact: string | undefined;
  joinedAt: Date;
};

/** Why a link does not make somebody a member. */
export type InvitationRefusal =
  "link-wrong" | "link-used" | "link-revoked" | "link-expired" | "has-shop" | "other-phone";

/** Why a team stays as it is. */
export type TeamRefusal = "not-allowed" | "member-missing" | "owner-stays" | "not-a-manager";
