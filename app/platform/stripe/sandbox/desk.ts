import type { Store } from "./store.server";

/** What the account of the sandbox is like. */
export type SandboxAccount = {
  /** ISO 3166-1 alpha-2. */
  country: string;
  /** Currencies in which it settles, the default one first, `eur`; every other currency is converted to the first. */
  settlesIn: readonly [string, ...string[]];
  merchantName: string;
  /** False: an account whose papers Stripe has not accepted yet. */
  mayCharge: boolean;
  /** False: a refund that the balance does not cover is refused. */
  mayGoNegative: boolean;
};

/** What every deed of the sandbox works with. */
export type Desk = {
  store: Store;
  account: SandboxAccount;
  /** Origin of the sandbox, without a slash at the end. */
  url: string;
  /** The API call that is being answered; events name it. */
  call: { requestId: string | null; idempotencyKey: string | null };
};

/** Pinned here too, so that a sandbox of another version than the client's shows in its answers. */
export const API_VERSION = "2026-10-28.endive";
