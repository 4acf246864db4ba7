import { stepAfter, type SellerStatus, type ShopStep } from "~/modules/sellers";
import type { Paths } from "~/platform/http/paths";
import type { ShopRole } from "~/platform/session/roles";

/** Where a member goes on when a step is saved: to the next one, or to the overview, which says that it is saved. */
export function afterStep(paths: Paths, step: ShopStep, status: SellerStatus, role: ShopRole): string {
  const next = stepAfter(step, status, role);
  return next ? paths.shopStep(next) : paths.workspace({ saved: "1" });
}
