import type { LaterRooms } from "~/modules/catalog/index.server";
import { readinessDeskRooms } from "~/modules/export-readiness/index.server";
import { inquiryDeskRooms } from "~/modules/inquiries/index.server";

/** What every room that comes after the desk's own says of what waits in its queues. */
export const deskRooms: LaterRooms = { ...inquiryDeskRooms, ...readinessDeskRooms };
