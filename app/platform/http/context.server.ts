/** What one request carries from the web process through loaders to rendering. */
export type RequestContext = {
  requestId: string;
  /** For inline scripts of private pages; public ones carry hashes. */
  cspNonce: string;
  /** Set by the openers of the loaders that ran: a page is public only when every one of them is. */
  cache: "unset" | "public" | "private";
  /** From this instant on the page is another one: no cache may keep it longer. */
  freshUntil?: Date;
};

declare module "@remix-run/node" {
  // Adding to a type of another package works with an interface only.
  // oxlint-disable-next-line typescript/consistent-type-definitions
  interface Future {
    v3_singleFetch: true;
  }
  // oxlint-disable-next-line typescript/consistent-type-definitions
  interface AppLoadContext {
    karvan: RequestContext;
  }
}
