import type { Desk } from "./desk";
import { seenNow } from "./ledger";
import { refuse } from "./refusals";

type Thing = Record<string, unknown>;

/** Objects that may stand in others as an id, by how their ids begin. */
function find(desk: Desk, id: string): unknown {
  const { store } = desk;
  const transaction = store.get("transactions", id);
  if (transaction) return seenNow(desk, transaction);
  return (
    store.get("sessions", id)?.object ??
    store.get("intents", id)?.object ??
    store.get("charges", id)?.object ??
    store.get("refunds", id)?.object ??
    store.get("files", id)?.object ??
    store.get("disputes", id) ??
    store.get("payouts", id)
  );
}

/**
 * Puts whole objects for the ids at the given paths, `latest_charge.balance_transaction` or `data.source`.
 *
 * @returns a copy; what is kept stays as it is
 * @throws Refused for a path that does not lead to an id
 */
export function expandAll(desk: Desk, answer: unknown, paths: readonly string[]): unknown {
  const copy = structuredClone(answer);
  for (const path of paths) {
    const isReached = copy !== null && typeof copy === "object" && expandAt(desk, copy as Thing, path.split("."));
    if (!isReached) refuse("cannot-expand", { param: "expand", path });
  }
  return copy;
}

function expandAt(desk: Desk, thing: Thing, [name = "", ...rest]: readonly string[]): boolean {
  if (name === "line_items" && thing.object === "checkout.session" && rest.length === 0) {
    const items = desk.store.get("sessions", String(thing.id))?.items ?? [];
    thing[name] = {
      object: "list",
      data: items,
      has_more: false,
      url: `/v1/checkout/sessions/${String(thing.id)}/line_items`,
    };
    return true;
  }
  const value = thing[name];
  if (value === null) return true;
  if (Array.isArray(value)) {
    return value.every((one: unknown) => typeof one === "object" && one !== null && expandAt(desk, one as Thing, rest));
  }
  if (typeof value === "object") return rest.length > 0 && expandAt(desk, value as Thing, rest);
  if (typeof value !== "string") return false;
  const found = find(desk, value);
  if (found === undefined) return false;
  const copy = structuredClone(found) as Thing;
  thing[name] = copy;
  return rest.length === 0 || expandAt(desk, copy, rest);
}
