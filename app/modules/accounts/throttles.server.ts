import type { ThrottleRule } from "~/platform/http/throttle.server";

const MINUTES = 60;
const HOURS = 3_600;

/**
 * Tries by account and by address. An account's own limit stops guessing at one password, the address's limit guessing
 * at many; an address may be a whole office or a mobile network.
 */
export const THROTTLES = {
  signInByAccount: { name: "sign-in-account", points: 10, seconds: 15 * MINUTES },
  signInByAddress: { name: "sign-in-address", points: 100, seconds: 15 * MINUTES },
  secondFactor: { name: "second-factor", points: 10, seconds: 15 * MINUTES },
  /** A code of an authenticator is good once (RFC 6238, 5.2); it could be typed for a minute and a half. */
  sameCode: { name: "same-code", points: 1, seconds: 90 },
  signUpByAddress: { name: "sign-up-address", points: 20, seconds: HOURS },
  letterByMailbox: { name: "letter-mailbox", points: 5, seconds: HOURS },
  letterByAddress: { name: "letter-address", points: 40, seconds: HOURS },
  codeByPhone: { name: "code-phone", points: 5, seconds: HOURS },
  codeByAddress: { name: "code-address", points: 30, seconds: HOURS },
  invitationByTeam: { name: "invitation-team", points: 30, seconds: HOURS },
  invitationByContact: { name: "invitation-contact", points: 5, seconds: HOURS },
  codeTriesByPhone: { name: "code-tries-phone", points: 10, seconds: HOURS },
} as const satisfies Record<string, ThrottleRule>;
