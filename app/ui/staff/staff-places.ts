import { m } from "~/paraglide/messages.js";
import { staffMay, type StaffRole } from "~/platform/session/roles";
import type { useAllPaths } from "~/ui/layouts/all-paths";

export type StaffPlace =
  | "desk"
  | "sellers"
  | "shops"
  | "readiness"
  | "features"
  | "collections"
  | "orders"
  | "disputes"
  | "payouts"
  | "refunds"
  | "ledger"
  | "ratings"
  | "audit";

/**
 * The pages of the Federation that a role may open, in the order of the menu.
 *
 * @param queue of the desk to which the menu leads back
 */
export function staffPlaces(paths: ReturnType<typeof useAllPaths>, role: StaffRole, queue?: string) {
  const all: { place: StaffPlace; needs: StaffRole; to: string; label: string }[] = [
    { place: "desk", needs: "reviewer", to: paths.desk({ queue }), label: m["reviews.desk.title"]() },
    { place: "sellers", needs: "reviewer", to: paths.staffSellers(), label: m["reviews.sellers.title"]() },
    { place: "shops", needs: "reviewer", to: paths.shopsInCare(), label: m["sellers.handover.list.title"]() },
    { place: "readiness", needs: "reviewer", to: paths.readinessOverview(), label: m["staffReadiness.title"]() },
    { place: "features", needs: "curator", to: paths.curation(), label: m["curation.desk.title"]() },
    { place: "collections", needs: "curator", to: paths.deskCollections(), label: m["curation.title"]() },
    { place: "orders", needs: "treasurer", to: paths.staffOrders(), label: m["orders.list.title"]() },
    { place: "disputes", needs: "treasurer", to: paths.staffDisputes(), label: m["disputes.title"]() },
    { place: "payouts", needs: "treasurer", to: paths.staffPayouts(), label: m["payments.payout.desk.title"]() },
    { place: "refunds", needs: "treasurer", to: paths.staffRefunds(), label: m["payments.transfer.toSend.menu"]() },
    { place: "ledger", needs: "treasurer", to: paths.staffLedger(), label: m["payments.reconciliation.title"]() },
    { place: "ratings", needs: "reviewer", to: paths.staffRatings(), label: m["orders.rating.title"]() },
    { place: "audit", needs: "admin", to: paths.auditLog(), label: m["reviews.audit.title"]() },
  ];
  return all.filter(({ needs }) => staffMay(role, needs));
}
