import { recordAudit, type AuditActor } from "~/platform/audit/audit.server";
import type { Db, Trx } from "~/platform/db/db.server";
import { once, partKey, type FormKey } from "~/platform/db/once.server";
import { refused, type Result } from "~/platform/result";
import { recordedAs, type InquirerActor, type SellerActor, type StaffActor } from "~/platform/session/actors.server";
import { buyerStep, orderBuyerKey, orderOwnedBy, recordedAsOrderBuyer } from "../order-keys.server";
import type { FulfilmentRefusal, StepActor } from "../types";
import { factsOf, selectFacts, type OrderFacts } from "./facts.server";

export type Deed = Promise<Result<null, FulfilmentRefusal>>;
/** What a deed works with: the order, held by this transaction, and who does it. */
export type Doing = { trx: Trx; facts: OrderFacts; step: StepActor; recorded: AuditActor };
type Work = (doing: Doing) => Deed;
/** The same button pressed twice is one deed; several buttons of one page bear its key, so the deed is part of it. */
type Asked = { orderId: string; deed: string };

/** A member of the shop that sells it. */
export function doAsSeller(db: Db, seller: SellerActor, formKey: FormKey, { orderId, deed }: Asked, work: Work): Deed {
  const { userId, sellerId } = seller;
  return once(db, `seller ${sellerId} ${userId}`, partKey(formKey, `${deed} ${orderId}`), async (trx): Deed => {
    const facts = await holdFacts(trx, orderId, (held) => held.where("orders.sellerId", "=", sellerId));
    if (!facts) return refused("order-missing");
    return work({ trx, facts, step: { kind: "seller", userId }, recorded: recordedAs(seller) });
  });
}

/** Whoever ordered it: her account, or a guest's browser. */
export function doAsBuyer(
  db: Db,
  inquirer: InquirerActor,
  formKey: FormKey,
  { orderId, deed, now }: Asked & { now: Date },
  work: Work,
): Deed {
  return once(db, orderBuyerKey(inquirer), partKey(formKey, `${deed} ${orderId}`), async (trx): Deed => {
    const facts = await holdFacts(trx, orderId, (held) => held.where(orderOwnedBy(inquirer, now)));
    if (!facts) return refused("order-missing");
    return work({ trx, facts, step: buyerStep(inquirer), recorded: recordedAsOrderBuyer(inquirer.userId) });
  });
}

export function doAsStaff(db: Db, staff: StaffActor, formKey: FormKey, { orderId, deed }: Asked, work: Work): Deed {
  const { userId } = staff;
  return once(db, `staff ${userId}`, partKey(formKey, `${deed} ${orderId}`), async (trx): Deed => {
    const facts = await holdFacts(trx, orderId, (held) => held);
    if (!facts) return refused("order-missing");
    return work({ trx, facts, step: { kind: "staff", userId }, recorded: { kind: "staff", id: userId } });
  });
}

function selectHeld(trx: Trx, orderId: string) {
  return trx.selectFrom("orders").select("orders.id").where("orders.id", "=", orderId).forUpdate("orders");
}
type Held = ReturnType<typeof selectHeld>;

/**
 * Holds the row first and reads by a second statement: what a first one found before it had to wait would be what the other
 * transaction was about to change.
 */
export async function holdFacts(
  trx: Trx,
  orderId: string,
  whose: (held: Held) => Held,
): Promise<OrderFacts | undefined> {
  const held = await whose(selectHeld(trx, orderId)).executeTakeFirst();
  if (!held) return undefined;
  return factsOf(await selectFacts(trx).where("orders.id", "=", orderId).executeTakeFirstOrThrow());
}

/** Writes a deed into the log: last in its transaction, since the log is held from here until the end. */
export function recordOrderDeed(
  { trx, facts, recorded }: Pick<Doing, "trx" | "facts" | "recorded">,
  action: string,
  after: Record<string, unknown> = {},
): Promise<void> {
  return recordAudit(trx, {
    actor: recorded,
    action,
    subject: { kind: "order", id: facts.orderId },
    before: { status: facts.status },
    after,
  });
}
