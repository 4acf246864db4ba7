/** Federation people; `admin` may do what every role may. */
export const STAFF_ROLES = ["reviewer", "curator", "broker", "treasurer", "admin"] as const;
export type StaffRole = (typeof STAFF_ROLES)[number];

export function isStaffRole(role: string | undefined): role is StaffRole {
  return STAFF_ROLES.some((own) => own === role);
}

/** Whether staff with `own` may do what `needed` may. */
export function staffMay(own: StaffRole, needed: StaffRole): boolean {
  return own === needed || own === "admin";
}

/** Rights in a shop; each may do what those before it may. */
export const SHOP_ROLES = ["editor", "manager", "owner"] as const;
export type ShopRole = (typeof SHOP_ROLES)[number];

export function isShopRole(role: string): role is ShopRole {
  return SHOP_ROLES.some((own) => own === role);
}

/** Whether a member with `own` may do what `needed` may. */
export function memberMay(own: ShopRole, needed: ShopRole): boolean {
  return SHOP_ROLES.indexOf(own) >= SHOP_ROLES.indexOf(needed);
}
