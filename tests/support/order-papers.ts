import { documentDetailsInput } from "~/modules/orders/documents/details-schema.server";
import { issueOrderDocument } from "~/modules/orders/documents/order-documents.server";
import { makeOrder, type MadeOrder, type OrderOptions } from "~db/factories";
import { testDb } from "./database";
import { newKey } from "./form-key";
import { inDays } from "./order";

let voens = 1_234_567_890;

/** An order of a shop with everything that stands on its papers. */
export async function makeReady(options: OrderOptions = {}): Promise<MadeOrder> {
  const title = { az: "Mis fincan", en: "Hammered copper cup", ru: "Медная чашка" };
  const made = await makeOrder(testDb, { lines: [{ titles: title }], ...options });
  const shop = { voen: String((voens += 1)), phone: "+994501234567", postalCode: "AZ1000", email: "shop@example.org" };
  await testDb.updateTable("sellers").set(shop).where("id", "=", made.sellerId).execute();
  await testDb
    .updateTable("sellerTexts")
    .set({ addressLine: "Sabir küçəsi 5" })
    .where("sellerId", "=", made.sellerId)
    .execute();
  return made;
}

type Kind = Parameters<typeof issueOrderDocument>[3]["kind"];
/** Issues a document of it a day later, with a weight that is meant unless the details say otherwise. */
export const issue = (
  { seller, orderId }: MadeOrder,
  kind: Kind,
  details: Record<string, unknown> = {},
  key = newKey(),
) =>
  issueOrderDocument(
    testDb,
    seller,
    key,
    {
      orderId,
      kind,
      lang: "en",
      details: documentDetailsInput.parse({
        ...{ incoterm: "FCA", incotermPlace: "Baku", isOtherWeight: true },
        ...asTyped(details),
      }),
    },
    inDays(1),
  );

/** A form has numbers as text. */
const asTyped = (details: Record<string, unknown>) =>
  Object.fromEntries(
    Object.entries(details).map(([name, value]) => [name, typeof value === "number" ? String(value) : value]),
  );

export const PACKED = { packageCount: 1, grossGrams: 900, lengthCm: 30, widthCm: 20, heightCm: 20 };
