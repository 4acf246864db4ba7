import { dayAfter } from "~/platform/calendar";
import type { Reader } from "~/platform/i18n/reader";
import { toDecimal } from "~/platform/money";
import type { FeedItem } from "./item";

/** Lengths of Google's product data specification (support.google.com/merchants/answer/7052112), in letters. */
export const GOOGLE_LIMITS = { id: 50, title: 150, description: 5000, brand: 70, material: 200, type: 750 } as const;
/** Pictures beside the first, by the same. */
const MOST_MORE_PICTURES = 10;
/** What takes longer than a year may not be promised (support.google.com/merchants/answer/6324470). */
const LONGEST_WAIT_DAYS = 365;
const PICTURE_WIDTH = 1280;

/**
 * Google Merchant's RSS 2.0 of goods that have a price at the reader's and a picture. Services are not sold there, a price
 * on request cannot be told, and a good that nobody can promise is left out.
 */
export function googleFeed(items: readonly FeedItem[], { reader, origin }: { reader: Reader; origin: string }): string {
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<rss version="2.0" xmlns:g="http://base.google.com/ns/1.0">',
    "<channel>",
    element("title", "Karvan"),
    element("link", `${origin}/${reader.lang}`),
    element("description", "Karvan"),
    ...items.flatMap((item) => googleItem(item, origin) ?? []),
    "</channel>",
    "</rss>",
    "",
  ].join("\n");
}

function googleItem({ entry, summary, today }: FeedItem, origin: string): string | undefined {
  const [first, ...others] = entry.pictures;
  const { price, readyInDays, isInStock } = summary;
  if (entry.kind !== "good" || !first || !price || readyInDays === undefined) return undefined;
  if (readyInDays > LONGEST_WAIT_DAYS) return undefined;
  const picture = (sha256: string) => `${origin}/media/${sha256}/${PICTURE_WIDTH}.jpeg`;
  const fields: [name: string, value: string | undefined][] = [
    ["id", entry.listingId],
    ["title", within(entry.title, GOOGLE_LIMITS.title)],
    ["description", within(entry.description, GOOGLE_LIMITS.description)],
    ["link", entry.url],
    ["image_link", picture(first.sha256)],
    ...others.slice(0, MOST_MORE_PICTURES).map(({ sha256 }): [string, string] => {
      return ["additional_image_link", picture(sha256)];
    }),
    ["availability", isInStock ? "in_stock" : "backorder"],
    ["availability_date", isInStock ? undefined : `${dayAfter(today, readyInDays)}T00:00+0400`],
    ["price", `${toDecimal(price)} ${price.currency}`],
    ["condition", "new"],
    ["brand", within(entry.seller.name, GOOGLE_LIMITS.brand)],
    // Made by hand: it has neither a GTIN nor a manufacturer's part number.
    ["identifier_exists", "no"],
    ["product_type", within(entry.category, GOOGLE_LIMITS.type)],
    [
      "material",
      entry.materials === "" ? undefined : within(entry.materials.replaceAll(", ", "/"), GOOGLE_LIMITS.material),
    ],
    ["shipping_weight", entry.packedWeightGrams === undefined ? undefined : `${entry.packedWeightGrams} g`],
  ];
  const known = fields.flatMap(([name, value]) => (value === undefined ? [] : element(`g:${name}`, value)));
  return `<item>${known.join("")}</item>`;
}

/** Whole letters, cut at a word where one ends near. */
function within(text: string, most: number): string {
  const letters = Array.from(text.replaceAll(/\s+/g, " ").trim());
  if (letters.length <= most) return letters.join("");
  const cut = letters.slice(0, most - 1).join("");
  const end = cut.lastIndexOf(" ");
  return `${end > most * 0.7 ? cut.slice(0, end) : cut}…`;
}

/** Signs that XML 1.0 cannot hold at all. */
// oxlint-disable-next-line no-control-regex
const UNWRITABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;
const ESCAPES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

function element(name: string, value: string): string {
  const escaped = value.replaceAll(UNWRITABLE, "").replaceAll(/[&<>"]/g, (sign) => ESCAPES[sign] ?? sign);
  return `<${name}>${escaped}</${name}>`;
}
