import { m } from "~/paraglide/messages.js";

/** What was just done to a thread, by the word in the address that came back from it. */
export const THREAD_NEWS = {
  sent: m["inquiries.thread.sent"],
  done: m["inquiries.thread.done"],
  closed: m["inquiries.thread.news.closed"],
  declined: m["inquiries.thread.news.declined"],
  spam: m["inquiries.thread.news.spam"],
  notSpam: m["inquiries.thread.news.notSpam"],
  blocked: m["inquiryCases.block.done"],
  unblocked: m["inquiryCases.block.lifted"],
  revoked: m["inquiries.thread.revoked"],
  stale: m["inquiries.refusal.notNow"],
  noMember: m["inquiries.refusal.noMember"],
} as const;

export type ThreadNewsName = keyof typeof THREAD_NEWS;

export function newsOf({ searchParams }: URL): ThreadNewsName | undefined {
  const named = searchParams.get("news");
  return named !== null && named in THREAD_NEWS ? (named as ThreadNewsName) : undefined;
}

/** The place before which messages are asked for; undefined for the latest. */
export function beforeParam({ searchParams }: URL): number | undefined {
  const before = Number(searchParams.get("before"));
  return Number.isSafeInteger(before) && before > 1 ? before : undefined;
}
