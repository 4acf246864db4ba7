import { m } from "~/paraglide/messages.js";
import { env } from "~/platform/env.server";
import { pathsFor } from "~/platform/http/paths";
import { textIn } from "~/platform/i18n/locales";
import type { DisputeEvidence } from "~/platform/stripe/port";
import type { EvidenceFiles, EvidenceTexts } from "./evidence";
import type { DisputedOrder } from "./read-dispute.server";

/** Banks read English. */
const LOCALE = "en";

const joined = (texts: readonly (string | null)[], by: string) => [...new Set(texts.filter(Boolean))].join(by);

/** What the orders and their parcels say by themselves, for the treasurer to mend. */
export function prefilledTexts(orders: readonly DisputedOrder[]): EvidenceTexts {
  const parcels = orders.flatMap((order) => order.parcels);
  const lines = orders.flatMap((order) => order.lines);
  const url = `${env.SITE_URL}${pathsFor({ lang: LOCALE, to: undefined, cur: undefined }).text("returns")}`;
  const version = joined(
    orders.map(({ termsVersion }) => termsVersion),
    ", ",
  );
  return {
    productDescription: lines.map(({ titles, quantity }) => `${quantity} × ${textIn(titles, LOCALE).text}`).join("\n"),
    shippingCarrier: joined(
      parcels.map(({ carrier }) => carrier),
      ", ",
    ),
    trackingNumber: joined(
      parcels.map(({ trackingCode }) => trackingCode),
      ", ",
    ),
    shippedOn: parcels.map(({ shippedOn }) => shippedOn).toSorted()[0] ?? "",
    refundPolicy: m["disputes.prefill.policy"]({ url, version }, { locale: LOCALE }),
  };
}

/** What is sent to the bank: what the treasurer wrote, with who bought it and where it went, from the orders. */
export function evidenceOf(
  orders: readonly DisputedOrder[],
  texts: EvidenceTexts,
  files: EvidenceFiles,
): DisputeEvidence {
  const [first] = orders;
  const given: Record<keyof DisputeEvidence, string | undefined> = {
    ...{ productDescription: undefined, shippingCarrier: undefined, trackingNumber: undefined, shippedOn: undefined },
    ...{ refundPolicy: undefined, refundRefusal: undefined, words: undefined },
    ...texts,
    buyerName: first?.buyerName ?? undefined,
    buyerEmail: first?.buyerEmail ?? undefined,
    shippingAddress: first?.address ? addressOf(first.address) : undefined,
    receiptFileId: files.receipt?.fileId,
    shippingFileId: files.shipping?.fileId,
    communicationFileId: files.communication?.fileId,
    otherFileId: files.other?.fileId,
  };
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined && value !== ""));
}

function addressOf(address: NonNullable<DisputedOrder["address"]>): string {
  const { recipient, line1, line2, city, region, postalCode, country } = address;
  const town = [postalCode, city].filter(Boolean).join(" ");
  return [recipient, line1, line2, town, region, country].filter(Boolean).join(", ");
}
