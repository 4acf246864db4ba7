import { clock } from "~/platform/clock.server";
import type { Db } from "~/platform/db/db.server";
import { waitsText } from "./row-view.server";

/** How many threads wait for a shop's answer, and how long the one that waits longest has waited, in words; undefined for none. */
export async function findWaiting(
  db: Db,
  sellerId: string,
  now = clock(),
): Promise<{ count: number; longest: string } | undefined> {
  const { count, since } = await db
    .selectFrom("inquiries")
    .where("sellerId", "=", sellerId)
    .where("waitsSince", "is not", null)
    .where("status", "<>", "unconfirmed")
    .select((eb) => [eb.fn.countAll<bigint>().as("count"), eb.fn.min("waitsSince").as("since")])
    .executeTakeFirstOrThrow();
  return since === null ? undefined : { count: Number(count), longest: waitsText(since, now) };
}
