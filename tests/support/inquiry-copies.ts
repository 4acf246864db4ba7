import { randomUUID } from "node:crypto";
import { writeRows, type Row } from "~db/bulk";
import { testDb } from "./database";
import { rowsOf } from "./rows-of";

/** What numbers of inquiries are written with: nothing that is mistaken for something else. */
const LETTERS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
let drawn = 0;

function nextReference(): string {
  drawn += 1;
  return Array.from({ length: 6 }, (_, at) => LETTERS[Math.floor(drawn / LETTERS.length ** at) % LETTERS.length]).join(
    "",
  );
}

/**
 * Copies a thread with its lines and messages, by a few statements.
 *
 * @param changes one copy each, with columns of `inquiries` that are not the original's
 * @returns the ids of the copies, in the order of `changes`
 */
export async function copyInquiry(inquiryId: string, changes: readonly Row[]): Promise<string[]> {
  const [inquiry] = await rowsOf(testDb, "inquiries", "id", inquiryId);
  const copies = changes.map((change) => ({ ...inquiry, ...change, id: randomUUID(), reference: nextReference() }));
  await writeRows(testDb, "inquiries", copies);
  for (const table of ["inquiry_lines", "inquiry_messages"]) {
    const rows = await rowsOf(testDb, table, "inquiry_id", inquiryId);
    await writeRows(
      testDb,
      table,
      copies.flatMap(({ id }) =>
        rows.map((row) => ({ ...row, ...("id" in row ? { id: randomUUID() } : {}), inquiry_id: id })),
      ),
    );
  }
  return copies.map(({ id }) => id);
}

/** Lets both sides of a thread write to each other until it has that many messages. */
export async function fillThread(inquiryId: string, messageCount: number): Promise<void> {
  const [first] = await rowsOf(testDb, "inquiry_messages", "inquiry_id", inquiryId);
  const more = Array.from({ length: messageCount - 1 }, (_, at) => ({
    ...first,
    id: randomUUID(),
    position: at + 2,
    side: at % 2 === 0 ? "seller" : "buyer",
    body: `Word ${at + 2}`,
  }));
  await writeRows(testDb, "inquiry_messages", more);
  await testDb.updateTable("inquiries").set({ messageCount }).where("id", "=", inquiryId).execute();
}
