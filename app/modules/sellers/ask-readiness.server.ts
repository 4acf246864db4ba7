import type { Trx } from "~/platform/db/db.server";
import { enqueue } from "~/platform/jobs/enqueue.server";

/**
 * Has a seller judged anew, after a change of what her level rests on and in its transaction. Many changes in a row are one
 * judgement; earlier rooms know no more of it than this.
 */
export async function askForReadiness(trx: Trx, sellerId: string): Promise<void> {
  await enqueue(trx, "recompute-readiness", { sellerId }, { jobKey: `recompute-readiness:${sellerId}` });
}
