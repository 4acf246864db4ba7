import type { DocumentInput } from "~/modules/documents";
import { groupedIban } from "~/modules/sellers";
import { m } from "~/paraglide/messages.js";
import { dayInBaku } from "~/platform/calendar";
import { LOCALES, type Locale } from "~/platform/i18n/locales";
import { fromDecimal } from "~/platform/money";
import { transferAccount } from "~/platform/transfer-account.server";
import type { PaymentMethod } from "../types";
import { millionthsOf, type DocumentDetails } from "./details-schema.server";
import { grossWeights } from "./gross-weights";
import type { OrderDocumentKind } from "./kinds";
import { isTermOpen } from "./offered-kinds";
import type { OrderDocumentData } from "./order-data.server";

/** The invoice that goes with the goods, once it is issued. */
export type IssuedInvoice = { number: string; on: string } | undefined;

const CM = 10;

const TERMS: Readonly<Record<PaymentMethod, (none: Record<string, never>, options: { locale: Locale }) => string>> = {
  stripe: m["orders.document.terms.card"],
  bank_transfer: m["orders.document.terms.transfer"],
  at_pick_up: m["orders.document.terms.door"],
};

/** What a document of an order says: the order's own facts, and what its form brought. */
export function documentInputOf(
  kind: OrderDocumentKind,
  data: OrderDocumentData,
  details: DocumentDetails,
  invoice: IssuedInvoice,
): DocumentInput<OrderDocumentKind> {
  const { seller, buyer, consignee, lines, signatory, order } = data;
  const shipment = shipmentOf(data, details);
  switch (kind) {
    case "proforma_invoice":
    case "commercial_invoice":
      return { seller, buyer, consignee, order: invoiceFacts(data, details), lines, shipment, signatory };
    case "packing_list":
      return {
        seller,
        consignee,
        invoice: { number: invoice?.number, on: invoice?.on },
        invoiced: lines.map(({ sku, quantity }) => ({ sku, quantity })),
        packages: packagesOf(data, details),
      };
    case "cn22":
    case "cn23":
      return {
        seller,
        buyer,
        consignee,
        currency: order.currency,
        lines,
        shipment,
        signatory,
        ...(invoice ? { invoice } : {}),
        ...sdrOf(data, details),
      };
  }
}

function invoiceFacts({ order, writtenInBoth }: OrderDocumentData, details: DocumentDetails) {
  const { incotermPlace: named } = details;
  return {
    reference: order.reference,
    ...termOf(order, { ...details, incotermPlace: named === undefined ? undefined : writtenInBoth(named) }),
    paymentTerms: Object.fromEntries(LOCALES.map((locale) => [locale, termsOf(order)({}, { locale })])),
    currency: order.currency,
    freightMinor: order.shippingMinor,
    ...merchantOf(order),
    ...payToOf(order),
    // The sums must come to what the buyer pays.
    statedTotalMinor: order.totalMinor,
  };
}

/** As the buyer was told when she ordered; what is paid at the door the seller takes, and no merchant does. */
function merchantOf({ paymentMethod, merchant }: OrderDocumentData["order"]) {
  if (paymentMethod === "at_pick_up") return {};
  const { name, address: street, country, email } = merchant;
  return { merchant: { name, street, country, email } };
}

/** Nothing where it is not paid by transfer, or the site has no account. */
function payToOf({ paymentMethod, reference, payBy }: OrderDocumentData["order"]) {
  const account = paymentMethod === "bank_transfer" ? transferAccount() : undefined;
  if (!account) return {};
  const iban = groupedIban(account.iban);
  return { payTo: { ...account, iban, purpose: reference, until: payBy ? dayInBaku(payBy) : undefined } };
}

/** As it was agreed; what the form names goes before where nothing is, or what is leaves out the carriage that is charged. */
function termOf(order: OrderDocumentData["order"], { incoterm, incotermPlace }: DocumentDetails) {
  if (incoterm !== undefined && isTermOpen(order)) return { incoterm, incotermPlace };
  return { incoterm: order.incoterm ?? undefined, incotermPlace: order.incotermPlace ?? incotermPlace };
}

const termsOf = ({ dues, paymentMethod }: OrderDocumentData["order"]) =>
  dues.length > 1 ? m["orders.document.terms.dues"] : TERMS[paymentMethod];

function shipmentOf({ order }: OrderDocumentData, details: DocumentDetails) {
  const { packageCount, packageKind, grossGrams, reason, postage } = details;
  const [certificate] = order.lines.flatMap(({ certificateNumber }) => certificateNumber ?? []);
  const postageMinor = postage === undefined ? undefined : fromDecimal(postage, order.currency)?.amountMinor;
  return {
    packages: { count: packageCount, kind: packageKind },
    grossGrams,
    reason,
    culturalCertificateNumber: certificate,
    postageMinor,
  };
}

/** One kind of package, so many times; what is in them is spread over the first: a shop that packs more makes parcels of it. */
function packagesOf({ lines, order }: OrderDocumentData, details: DocumentDetails) {
  const { packageKind, grossGrams, lengthCm, widthCm, heightCm } = details;
  const size = (cm: number | undefined) => (cm === undefined ? undefined : cm * CM);
  const parcels = order.parcels.length > 0 ? order.parcels : [undefined];
  const packed = parcels.map((parcel) => {
    const inside = order.lines.flatMap((line, position) => {
      const quantity = parcel
        ? (parcel.contents.find(({ lineId }) => lineId === line.lineId)?.quantity ?? 0)
        : line.quantity;
      const { sku, description } = lines[position] ?? {};
      return quantity > 0 ? [{ sku, description, quantity, netGrams: (line.netWeightGrams ?? 0) * quantity }] : [];
    });
    const netGrams = inside.reduce((sum, one) => sum + one.netGrams, 0);
    return { inside, netGrams, weightGrams: parcel?.weightGrams ?? null };
  });
  const weights = grossWeights(packed, grossGrams);
  return packed.map(({ inside, netGrams }, at) => ({
    kind: packageKind,
    marks: `${order.reference} ${at + 1}/${parcels.length}`,
    contents: inside.map(({ sku, description, quantity }) => ({ sku, description, quantity })),
    lengthMm: size(lengthCm),
    widthMm: size(widthCm),
    heightMm: size(heightCm),
    netGrams: netGrams > 0 ? netGrams : undefined,
    grossGrams: weights[at],
  }));
}

/** By the newest list that has it; where none is known, whoever makes a CN 22 names it. */
function sdrOf({ sdr: known, rates }: OrderDocumentData, { sdr: named }: DocumentDetails) {
  if (known) return { sdr: known };
  if (named === undefined || !rates) return {};
  return { sdr: { aznMillionths: millionthsOf(named), currencyAznMillionths: rates.aznMillionths, on: rates.on } };
}
