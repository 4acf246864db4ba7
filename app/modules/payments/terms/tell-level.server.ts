import type { Db } from "~/platform/db/db.server";
import { once, partKey, type FormKey } from "~/platform/db/once.server";
import { enqueue } from "~/platform/jobs/enqueue.server";
import type { JobPayloads } from "~/platform/jobs/kinds";
import { done } from "~/platform/result";
import { tellShops } from "../letters/tell-shops.server";
import { latestOfLevel } from "./latest-of-level.server";
import { selectShopsOfLevel } from "./shops-of-level.server";

/** Shops told in one transaction; the next page is a job of its own. */
const PAGE = 100;

/**
 * Writes to the shops whose terms changed with those of their level. Each page of a change is told once, however often its job
 * runs; a change that another has overtaken is told by that one.
 */
export async function tellLevelOfTerms(
  db: Db,
  { level, revision, formKey, after }: JobPayloads["tell-level-of-terms"],
  pageSize = PAGE,
): Promise<void> {
  // A payload is JSON, which knows no brands: it is the key of the form by which the terms were set.
  const key = partKey(formKey as FormKey, `terms of ${level} after ${after ?? "nobody"}`);
  await once(db, "worker", key, async (trx) => {
    const terms = await latestOfLevel(trx, level).executeTakeFirstOrThrow();
    const { revision: latest, ...values } = terms;
    if (latest !== revision) return done(null);
    const shops = await selectShopsOfLevel(trx, level)
      .select("sellers.id as sellerId")
      .$if(after !== null, (query) => query.where("sellers.id", ">", after))
      .orderBy("sellers.id")
      .limit(pageSize)
      .execute();
    await tellShops(
      trx,
      shops.map(({ sellerId }) => ({ sellerId, news: { what: "terms-set", ...values } })),
    );
    const last = shops.at(-1);
    if (last && shops.length === pageSize) {
      await enqueue(trx, "tell-level-of-terms", { level, revision, formKey, after: last.sellerId });
    }
    return done(null);
  });
}
