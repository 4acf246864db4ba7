/** Name of the queue in which shops wait for the Federation. */
export const SHOP_QUEUE = "sellers";
/** Name of the queue of what approved shops have changed: public at once, looked at after. */
export const CHANGES_QUEUE = "seller_changes";

export const SHOP_QUEUES = [SHOP_QUEUE, CHANGES_QUEUE] as const;
export type ShopQueue = (typeof SHOP_QUEUES)[number];

export function isShopQueue(queue: string): queue is ShopQueue {
  return SHOP_QUEUES.some((own) => own === queue);
}

/** Within which the Federation answers. */
const WORKING_DAYS = 2;

/** What is opened in a queue for a shop in the state of this number. */
export function reviewOf(queue: ShopQueue, sellerId: string, version: number) {
  return { queue, subjectId: sellerId, subjectVersion: version, workingDays: WORKING_DAYS };
}
