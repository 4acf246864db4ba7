import type { AuditActor } from "~/platform/audit/audit.server";
import type { ShopRole, StaffRole } from "./roles";

declare const actorBrand: unique symbol;
/** People as commands see them; only an opener or a test factory makes one. Everybody who is signed in may buy. */
export type BuyerActor = { userId: string; sessionId: string; readonly [actorBrand]: "buyer" };
export type SellerActor = {
  userId: string;
  sellerId: string;
  role: ShopRole;
  /** She is staff and fills the shop for its maker; what she does is recorded as staff's. */
  isCaretaker?: true | undefined;
  readonly [actorBrand]: "seller";
};
/** Who asks and writes as a buyer: a person, or the browser of a guest who opened a link of a letter, or both. */
export type InquirerActor = {
  userId: string | undefined;
  /** Digest of what the guest's cookie holds. */
  visitDigest: string | undefined;
  readonly [actorBrand]: "inquirer";
};
export type StaffActor = { userId: string; role: StaffRole; readonly [actorBrand]: "staff" };

/** The same person where she asks sellers. */
export function asInquirer({ userId }: BuyerActor): InquirerActor {
  return { userId, visitDigest: undefined } as InquirerActor;
}

/** Who did something in a shop, as it is recorded: its own people, or staff who fill it for them. */
export function recordedAs({ userId, isCaretaker }: Pick<SellerActor, "userId" | "isCaretaker">): AuditActor {
  return { kind: isCaretaker ? "staff" : "seller", id: userId };
}
