import { INQUIRY_STATUSES, type InquiryStatus } from "../types";

export type AskedInbox = {
  status: InquiryStatus | undefined;
  isMine: boolean;
  isUnread: boolean;
  words: string;
};

/** What an address asks of a list of threads; anything else is no filter. */
export function inboxQuestionOf({ searchParams }: URL): AskedInbox {
  return {
    status: INQUIRY_STATUSES.find((status) => status !== "unconfirmed" && status === searchParams.get("status")),
    isMine: searchParams.has("mine"),
    isUnread: searchParams.has("unread"),
    words: (searchParams.get("q") ?? "").slice(0, 100),
  };
}
