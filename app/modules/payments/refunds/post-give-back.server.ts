import { m } from "~/paraglide/messages.js";
import { clock } from "~/platform/clock.server";
import type { Db } from "~/platform/db/db.server";
import type { FormKey } from "~/platform/db/once.server";
import { parseForm, type FormAnswer } from "~/platform/http/form.server";
import { fromDecimal } from "~/platform/money";
import type { Result } from "~/platform/result";
import type { SellerActor, StaffActor } from "~/platform/session/actors.server";
import type { GiveBackRefusal, WantedBack } from "./give-back-rules";
import { giveBackInput, type GiveBackInput } from "./give-back-schema.server";
import { giveBackAsSeller, giveBackAsStaff, type ToGiveBack } from "./give-back.server";
import { giveBackRefusalText } from "./refusals.server";

type Posted = { answer: FormAnswer | undefined } | undefined;
type Deed = (key: FormKey, asked: ToGiveBack) => Promise<Result<null, GiveBackRefusal>>;

/** A posted refund of the shop's: asked, or the form again; undefined when it sells no such order. */
export async function postGiveBackAsSeller(
  db: Db,
  seller: SellerActor,
  request: Request,
  orderId: string,
  now = clock(),
): Promise<Posted> {
  const order = await selectOrder(db, orderId).where("sellerId", "=", seller.sellerId).executeTakeFirst();
  return order && post(request, order, (key, asked) => giveBackAsSeller(db, seller, key, asked, now));
}

export async function postGiveBackAsStaff(
  db: Db,
  staff: StaffActor,
  request: Request,
  orderId: string,
  now = clock(),
): Promise<Posted> {
  const order = await selectOrder(db, orderId).executeTakeFirst();
  return order && post(request, order, (key, asked) => giveBackAsStaff(db, staff, key, asked, now));
}

const selectOrder = (db: Db, orderId: string) =>
  db.selectFrom("orders").select(["id as orderId", "currency"]).where("id", "=", orderId);

async function post(request: Request, order: { orderId: string; currency: string }, deed: Deed): Promise<Posted> {
  const form = await parseForm(request, giveBackInput);
  if (!form.ok) return { answer: form.answer() };
  const wanted = wantedOf(form.value, order.currency);
  if (!wanted) return { answer: form.answer(undefined, { amount: m["orders.deed.mend.amount"]() }) };
  const given = await deed(form.key, { orderId: order.orderId, wanted, words: form.value.words });
  if (given.ok) return { answer: undefined };
  const text = giveBackRefusalText[given.refusal]();
  const field = given.refusal === "more-than-left" && wanted.what === "amount" ? "amount" : FIELDS[given.refusal];
  return { answer: field === undefined ? form.answer(text) : form.answer(undefined, { [field]: text }) };
}

/** Fields beside which a refusal stands; the others are of the whole form. */
const FIELDS: Partial<Readonly<Record<GiveBackRefusal, string>>> = {
  "line-unknown": "pieces",
  "too-many-pieces": "pieces",
  "nothing-chosen": "pieces",
  "no-carriage": "hasCarriage",
};

/** Undefined where the amount is none. */
function wantedOf({ what, pieces, hasCarriage, amount }: GiveBackInput, currency: string): WantedBack | undefined {
  if (what === "all") return { what };
  if (what === "chosen") return { what, pieces, hasCarriage };
  const given = fromDecimal(amount ?? "", currency);
  return given && given.amountMinor > 0n ? { what, amountMinor: given.amountMinor } : undefined;
}
