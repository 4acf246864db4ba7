import type { DocumentInput, IssuedDocument } from "~/modules/documents";
import { documentName, listGrossWeights } from "~/modules/documents/index.server";
import { formatNumber } from "~/modules/catalog/index.server";
import { m } from "~/paraglide/messages.js";
import type { Db, Trx } from "~/platform/db/db.server";
import type { Locale } from "~/platform/i18n/locales";
import { findStanding, madeOfOrder } from "./issued-documents.server";
import type { OrderDocumentKind } from "./kinds";
import type { OrderDocumentData } from "./order-data.server";

type Whose = { sellerId: string; orderId: string };
type Weighed = IssuedDocument & { grossGrams: number };

/** Documents of an order that stand and say what it weighs with packing, in grams, the latest first. */
async function listWeighed(db: Db | Trx, whose: Whose): Promise<Weighed[]> {
  const weights = await listGrossWeights(db, { sellerId: whose.sellerId, madeOf: madeOfOrder(whose.orderId) });
  const standing = [...(await findStanding(db, whose)).values()];
  return weights.flatMap(({ documentId, grossGrams }) => {
    const document = standing.find((one) => one.documentId === documentId);
    return document ? [{ ...document, grossGrams }] : [];
  });
}

/** What a document is about to say of the weight of the whole, in grams; 0 where it says nothing. */
function statedGrams(input: DocumentInput<OrderDocumentKind>): number {
  if ("shipment" in input) return input.shipment?.grossGrams ?? 0;
  if (!("packages" in input)) return 0;
  return (input.packages ?? []).reduce((sum, { grossGrams = 0 }) => sum + grossGrams, 0);
}

type Issuing = Whose & { kind: OrderDocumentKind; input: DocumentInput<OrderDocumentKind>; lang: Locale };

/**
 * The question that is asked before papers of one consignment go to customs with two weights: it names the latest other document
 * that says another one. Undefined where none does; what the new one replaces says nothing any more.
 */
export async function askWhetherOtherWeight(
  db: Db | Trx,
  { sellerId, orderId, kind, input, lang }: Issuing,
): Promise<string | undefined> {
  const own = statedGrams(input);
  if (own === 0) return undefined;
  const others = (await listWeighed(db, { sellerId, orderId })).filter((one) => one.kind !== kind);
  const other = others.find(({ grossGrams }) => grossGrams !== own);
  if (!other) return undefined;
  const document = `${documentName(other.kind, lang)} ${other.reference}`;
  const said = { document, stated: formatNumber(other.grossGrams, lang), own: formatNumber(own, lang) };
  return m["orders.document.weightDiffers"](said, { locale: lang });
}

/**
 * The weight that the form of a document is filled with: that of the document that was issued last, so that the papers of one
 * order agree, or what its parcels weighed when they left. The weight of some of them is not the order's.
 */
export async function grossToShow(
  db: Db,
  { parcels, lang, ...whose }: Whose & { parcels: OrderDocumentData["order"]["parcels"]; lang: Locale },
): Promise<{ grossGrams: string | undefined; grossHint: string | undefined }> {
  const [last] = await listWeighed(db, whose);
  const unweighed = parcels.filter(({ weightGrams }) => weightGrams === null).length;
  const together = parcels.reduce((sum, { weightGrams }) => sum + (weightGrams ?? 0), 0);
  const weighed = together > 0 && unweighed === 0 ? together : undefined;
  const inGrams = (grams: number) => formatNumber(grams, lang);
  const hints = [
    ...(last ? [m["orders.document.grossFrom"]({ reference: last.reference }, { locale: lang })] : []),
    ...(last && weighed !== undefined && weighed !== last.grossGrams
      ? [m["orders.document.grossWeighed"]({ grams: inGrams(weighed) }, { locale: lang })]
      : []),
    ...(parcels.length > 1 && unweighed > 0 ? [m["orders.document.grossShared"]({}, { locale: lang })] : []),
  ];
  const grams = last?.grossGrams ?? weighed;
  return {
    grossGrams: grams === undefined ? undefined : String(grams),
    grossHint: hints.length > 0 ? hints.join(" ") : undefined,
  };
}
