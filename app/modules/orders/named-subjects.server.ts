import { sql } from "kysely";
import { namedSubjects } from "~/platform/audit/named-subjects.server";

/** Orders by their numbers: who ordered is for the two sides to know. */
export const namedOrders = namedSubjects("uuid", sql`select id, reference as name, reference as words from orders`);
