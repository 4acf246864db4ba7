import type { RuleKnownBy } from "../markets/market-types";
import type { PassportState } from "./state";

/** A passport as its own seller sees it, in her words. */
export type OwnPassport = {
  passportId: string;
  marketId: string;
  market: string;
  shownCode: string;
  code: string;
  issuedOn: string;
  validUntil: string;
  ends: string;
  state: PassportState;
};

/** A passport as everybody who has its code sees it. */
export type PublicPassport = {
  state: PassportState;
  shownCode: string;
  market: string;
  seller: { name: string; place: string; slug: string | undefined };
  issuedOn: string;
  validUntil: string;
  revokedOn: string | undefined;
  /** What was checked; only of one that holds, since another one says nothing any more. */
  said:
    | {
        ends: string;
        level: { label: string; meaning: string } | undefined;
        isVoenVerified: boolean;
        rules: { id: string; text: string; by: RuleKnownBy; asOf: string; sources: PassportSource[] }[];
      }
    | undefined;
};

export type PassportSource = { title: string; url: string | undefined };

/** What answers to a code that somebody typed. */
export type PassportAnswer =
  { kind: "found"; passport: PublicPassport } | { kind: "unknown"; typed: string } | { kind: "too-many" };
