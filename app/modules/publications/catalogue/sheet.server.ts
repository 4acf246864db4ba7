import { countryName, formatDay } from "~/modules/catalog/index.server";
import { m } from "~/paraglide/messages.js";
import type { Catalogue } from "./content.server";
import { coverName, pictureName, qrName } from "./pictures.server";

/** What the template `catalogue.typ` reads; every text is finished. Typst has no `undefined`: what is missing is null. */
export function sheetOf(catalogue: Catalogue, pictures: ReadonlyMap<string, unknown>) {
  const { entries, destination, ratesOn, lang } = catalogue;
  const prices = m["publications.prices"]({ country: countryName(destination, lang) });
  const rates = ratesOn === undefined ? undefined : m["publications.rates"]({ day: formatDay(ratesOn, lang) });
  return {
    lang,
    title: breakable(catalogue.title),
    plainTitle: catalogue.title,
    subtitle: catalogue.subtitle ?? null,
    text: catalogue.text ?? null,
    textLang: catalogue.textLang ?? lang,
    about: catalogue.about,
    cover: pictures.has(coverName) ? coverName : null,
    qr: qrName("cover"),
    url: catalogue.url,
    notes: [prices, rates].filter((note) => note !== undefined),
    words: {
      kicker: m["publications.kicker"](),
      count: m["catalog.listingCount"]({ count: entries.length }),
      contents: m["publications.contents"](),
      onRequest: m["publications.onRequest"](),
      more: m["publications.more"](),
      quantity: m["publications.column.quantity"](),
      price: m["publications.column.price"](),
      facts: m["publications.facts"](),
      trade: m["publications.trade"](),
      variants: m["publications.variants"](),
      deliverables: m["publications.deliverables"](),
      rights: m["publications.rights"](),
      picture: m["publications.qrAlt"](),
    },
    entries: entries.map((entry, index) => ({
      title: breakable(entry.title),
      lang: entry.textLang ?? lang,
      category: entry.category,
      maker: [catalogue.hasSellers ? entry.seller.name : undefined, entry.place].filter(Boolean).join(" · "),
      description: entry.description,
      deliverables: entry.deliverables ?? null,
      rights: entry.rights ?? null,
      heritage: entry.heritage ?? null,
      pictures: entry.pictures.flatMap(({ alt }, at) =>
        pictures.has(pictureName(index, at)) ? [{ name: pictureName(index, at), alt }] : [],
      ),
      tiers: entry.tiers.map(({ range, text, approximate }) => ({ range, text, approximate: approximate ?? null })),
      unit: entry.unit,
      terms: [entry.homeOnly, entry.minimumOrder, entry.incoterm].filter((line) => line !== undefined),
      leadTime: entry.leadTime === undefined ? null : { label: m["catalog.fact.leadTime"](), value: entry.leadTime },
      variants: entry.variants.map(({ name, price }) => ({ name, price: price ?? null })),
      facts: factsBut(m["catalog.fact.turnaround"](), entry.facts),
      trade: factsBut(m["catalog.fact.leadTime"](), entry.tradeFacts),
      qr: qrName(index),
      url: entry.url,
    })),
  };
}

/** Facts without the one that stands beside the price already. */
function factsBut(shown: string, facts: readonly { label: string; value: string }[]) {
  return facts.flatMap(({ label, value }) => (label === shown ? [] : [{ label, value }]));
}

/** Letters of a word that no column holds at its size. */
const LONGEST_WORD = 18;
const SOFT_HYPHEN = "\u00ad";

/** A word that is wider than its column would run out of the page: it may be broken every twelve letters. */
function breakable(text: string): string {
  return text
    .split(" ")
    .map((word) => (word.length > LONGEST_WORD ? word.replaceAll(/\p{L}{12}(?=\p{L}{4})/gu, `$&${SOFT_HYPHEN}`) : word))
    .join(" ");
}
