import type { Db } from "~/platform/db/db.server";
import { writeRows } from "~db/bulk";
import { seedUuid } from "~db/seed/ids";

/** Threads of the measured shop, and messages of the longest of them. */
export const BENCH_INQUIRIES = 5_000;
export const BENCH_MESSAGES = 1_000;

const LETTERS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
const FEW_MESSAGES = 3;
const MINUTE_MS = 60_000;
/** Words that are searched for: each is in some of the messages. */
export const BENCH_WORDS = ["café", "Hamburg", "çatdırılma", "logo", "fevral", "qutu"] as const;

const referenceOf = (index: number) =>
  Array.from({ length: 6 }, (_, at) => LETTERS[Math.floor(index / LETTERS.length ** at) % LETTERS.length]).join("");

/**
 * Gives a shop many threads about its listings: one in five waits for an answer, and the first has a thousand messages.
 *
 * @returns the id of the long one
 */
export async function fillInquiries(
  db: Db,
  { sellerId, listingIds, now }: { sellerId: string; listingIds: readonly string[]; now: Date },
): Promise<string> {
  const threads = Array.from({ length: BENCH_INQUIRIES }, (_, index) => {
    const count = index === 0 ? BENCH_MESSAGES : FEW_MESSAGES;
    const isOpen = index % 5 === 0;
    const asked = new Date(now.getTime() - (index + count) * MINUTE_MS).toISOString();
    return { id: seedUuid("bench-inquiry", String(index)), index, count, isOpen, asked };
  });
  await writeRows(
    db,
    "inquiries",
    threads.map(({ id, index, count, isOpen, asked }) => ({
      id,
      reference: referenceOf(index),
      seller_id: sellerId,
      kind: "question",
      status: isOpen ? "open" : "answered",
      guest_email: `guest-${index}@bench.example`,
      buyer_name: `Jonas Petersen ${index}`,
      locale: "en",
      destination: "DE",
      source: "search",
      created_at: asked,
      confirmed_at: asked,
      last_message_at: asked,
      waits_since: isOpen ? asked : null,
      message_count: count,
      seller_read: isOpen ? 0 : count,
    })),
  );
  await writeRows(
    db,
    "inquiry_lines",
    threads.map(({ id, index }) => ({
      inquiry_id: id,
      position: 1,
      listing_id: listingIds[index % listingIds.length],
      listing_version: 1,
      quantity: 1 + (index % 60),
    })),
  );
  await writeRows(
    db,
    "inquiry_messages",
    threads.flatMap(({ id, index, count, asked }) =>
      Array.from({ length: count }, (_, at) => ({
        inquiry_id: id,
        position: at + 1,
        side: at % 2 === 0 ? "buyer" : "seller",
        body: `Can you make ${1 + (index % 60)} of these for our ${BENCH_WORDS[(index + at) % BENCH_WORDS.length]}? We would like to know when they could be ready and what the delivery would cost. ${index} ${at}`,
        locale: at % 2 === 0 ? "en" : "az",
        written_at: asked,
      })),
    ),
  );
  return seedUuid("bench-inquiry", "0");
}
