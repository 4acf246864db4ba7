import type { Db } from "~/platform/db/db.server";
import type { FileStore } from "~/platform/files/port";
import type { JobHandlers } from "~/platform/jobs/worker.server";
import { tidyOrders } from "./clocks/tidy-orders.server";
import { forgetUnsentFiles } from "./fulfilment/order-files.server";
import { forgetOldGuests } from "./personal-data/forget-old-guests.server";

/** What the worker runs for this room. */
export function orderJobs(
  db: Db,
  files: () => FileStore,
): Required<Pick<JobHandlers, "tidy-orders" | "forget-old-guests">> {
  return {
    "tidy-orders": async () => {
      await tidyOrders(db);
      await forgetUnsentFiles(db, files());
    },
    "forget-old-guests": async () => void (await forgetOldGuests(db)),
  };
}
