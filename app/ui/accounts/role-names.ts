import { m } from "~/paraglide/messages.js";
import type { ShopRole, StaffRole } from "~/platform/session/roles";

export const STAFF_ROLE_NAMES: Readonly<Record<StaffRole, () => string>> = {
  reviewer: m["accounts.role.reviewer"],
  curator: m["accounts.role.curator"],
  broker: m["accounts.role.broker"],
  treasurer: m["accounts.role.treasurer"],
  admin: m["accounts.role.admin"],
};

export const SHOP_ROLE_NAMES: Readonly<Record<ShopRole, () => string>> = {
  owner: m["accounts.role.owner"],
  manager: m["accounts.role.manager"],
  editor: m["accounts.role.editor"],
};
