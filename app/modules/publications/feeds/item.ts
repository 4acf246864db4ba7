import type { PrintEntry } from "~/modules/catalog/index.server";
import type { Money } from "~/platform/money";

/** A listing as feeds tell of it. */
export type FeedItem = {
  entry: PrintEntry & { url: string };
  summary: {
    /** Of one unit at the destination; undefined on request, and where it is not offered. */
    price: Money | undefined;
    readyInDays: number | undefined;
    arrivesInDays: number | undefined;
    /** The minimum order can leave at once. */
    isInStock: boolean;
    /** ISO 8601. */
    updatedAt: string;
  };
  today: string;
};
