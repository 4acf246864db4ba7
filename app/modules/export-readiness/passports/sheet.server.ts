import { formatDay, formatNumber, languageName } from "~/modules/catalog/index.server";
import { m } from "~/paraglide/messages.js";
import type { Locale } from "~/platform/i18n/locales";
import { asOfText, shownSources } from "../markets/rule-words.server";
import type { RuleKnownBy } from "../markets/market-types";
import { shownCode } from "./code";
import type { PassportContent } from "./content";
import { endsText } from "./passport-views.server";
import type { ReadPassport } from "./read-passports.server";

export const QR_NAME = "qr.svg";

const KNOWN_BY: Readonly<Record<RuleKnownBy, () => string>> = {
  seller: m["passports.by.seller"],
  staff: m["passports.by.staff"],
  facts: m["passports.by.facts"],
  order: m["passports.by.order"],
};

/** What the template `passport.typ` reads; every text is finished. Typst has no `undefined`: what is missing is null. */
export function passportSheet(
  { code, issuedOn, validUntil, content }: Pick<ReadPassport, "code" | "issuedOn" | "validUntil" | "content">,
  { lang, url, isDemo }: { lang: Locale; url: string; isDemo: boolean },
) {
  const { market, seller, level, rules, customs } = content;
  return {
    lang,
    title: m["passports.sheet.title"]({ market: market.name[lang] }),
    demo: isDemo ? m["passports.sheet.demo"]() : null,
    url,
    qr: QR_NAME,
    code: shownCode(code),
    name: seller.name[lang],
    market: market.name[lang],
    dates: [
      { label: m["passports.issued"](), value: formatDay(issuedOn, lang) },
      { label: m["passports.validUntil"](), value: formatDay(validUntil, lang) },
    ],
    ends: endsText(content),
    about: filled([
      [m["passports.sheet.place"](), placeText(content, lang)],
      [m["passports.sheet.founded"](), seller.foundedYear?.toString()],
      [m["passports.sheet.since"](), seller.approvedOn && formatDay(seller.approvedOn, lang)],
      [m["passports.voen"](), seller.isVoenVerified ? m["passports.voen.yes"]() : m["passports.voen.no"]()],
      [m["passports.sheet.languages"](), seller.languages.map((one) => languageName(one, lang)).join(", ")],
    ]),
    level: level ? { label: level.label[lang], meaning: level.meaning[lang] } : null,
    rules: rules.map(({ text, by, sources, asOf }) => ({
      text: text[lang],
      by: KNOWN_BY[by](),
      source: [...shownSources(sources).map(({ title }) => title), asOfText(asOf, sources.length, lang)].join(" · "),
    })),
    trade: filled([
      [m["passports.sheet.groups"](), content.groups.map((group) => group[lang]).join(", ")],
      [m["passports.sheet.hsCodes"](), content.hsCodes.join(", ")],
      [m["passports.sheet.capacity"](), rangeText(content.monthlyCapacity, lang, m["passports.sheet.pieces"])],
      [m["passports.sheet.leadTime"](), rangeText(content.leadTimeDays, lang, m["passports.sheet.days"])],
      [m["passports.sheet.incoterms"](), content.incoterms.join(", ")],
    ]),
    customs: customs
      ? {
          note: customs.note[lang],
          source: `${customs.source.title} · ${asOfText(customs.asOf, 1, lang)}`,
        }
      : null,
    words: {
      issuer: m["passports.sheet.issuer"](),
      code: m["passports.code"](),
      met: m["passports.sheet.met"](),
      metLead: m["passports.sheet.metLead"](),
      trade: m["passports.sheet.trade"](),
      customs: m["passports.sheet.customs"](),
      level: m["passports.levelAsOf"]({ day: formatDay(issuedOn, lang) }),
      guidance: m["passports.guidance"](),
      check: m["passports.sheet.check"](),
      qrAlt: m["passports.sheet.qrAlt"](),
    },
  };
}

function placeText({ seller: { place, region } }: PassportContent, lang: Locale): string {
  return place[lang] === region[lang] ? place[lang] : `${place[lang]}, ${region[lang]}`;
}

type Counted = (inputs: { count: number; from: string }) => string;

function rangeText(range: PassportContent["leadTimeDays"], lang: Locale, inWords: Counted): string | undefined {
  if (!range) return undefined;
  const from = range.from === range.to ? "" : `${formatNumber(range.from, lang)}\u2060–\u2060`;
  return inWords({ from, count: range.to });
}

function filled(rows: readonly (readonly [string, string | undefined])[]): { label: string; value: string }[] {
  return rows.flatMap(([label, value]) => (value ? [{ label, value }] : []));
}
