import type { Trx } from "~/platform/db/db.server";
import { enqueue } from "~/platform/jobs/enqueue.server";

/** Asks for a seller's score anew, in the transaction of what may move it; asked for many times, it is computed once. */
export async function askForRecompute(trx: Trx, sellerId: string): Promise<void> {
  await enqueue(trx, "recompute-readiness", { sellerId }, { jobKey: `readiness-${sellerId}` });
}
