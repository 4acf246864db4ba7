import { z } from "zod";
import { DELIVERIES, ORDER_KINDS } from "../types";

const pieces = z.coerce.number().int().min(0).max(1_000_000);

export const putInCartInput = z.object({
  listing: z.uuid(),
  variant: z.string().trim().max(100).optional(),
  quantity: pieces.min(1).default(1),
});

/** None takes the line out. */
export const changeLineInput = z.object({ line: z.uuid(), quantity: pieces });

export const deliveryInput = z.object({
  seller: z.uuid(),
  kind: z.enum(ORDER_KINDS),
  service: z.enum(DELIVERIES),
});
