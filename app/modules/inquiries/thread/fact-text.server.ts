import {
  countryName,
  daysText,
  formatDay,
  serviceName,
  sizeText,
  unitName,
  weightText,
} from "~/modules/catalog/index.server";
import { m } from "~/paraglide/messages.js";
import { textIn, type Locale } from "~/platform/i18n/locales";
import { formatMoney } from "~/platform/money";
import type { Fact } from "../types";

import type { FactView } from "./views";

/** A fact in the words of its reader, whoever pressed it; `lang` where it had to stay in another language. */
export function factView(fact: Fact, lang: Locale): FactView {
  if (fact.kind === "answer") {
    const { text, locale } = textIn(fact.texts, lang);
    return { kind: fact.kind, about: undefined, text, lang: locale === lang ? undefined : locale };
  }
  return { kind: fact.kind, about: textIn(fact.title, lang).text, text: textOf(fact, lang), lang: undefined };
}

function textOf(fact: Exclude<Fact, { kind: "answer" }>, lang: Locale): string {
  switch (fact.kind) {
    case "price": {
      const amount = { amountMinor: BigInt(fact.amountMinor), currency: fact.currency };
      const total = { ...amount, amountMinor: amount.amountMinor * BigInt(fact.quantity) };
      return m["inquiries.fact.price"]({
        count: fact.quantity,
        price: formatMoney(amount, lang),
        unit: unitName(fact.unit),
        total: formatMoney(total, lang),
      });
    }
    case "lead_time":
      return m["inquiries.fact.leadTime"]({ count: fact.quantity, day: formatDay(fact.readyOn, lang) });
    case "size":
      return [sizeOf(fact, lang), weightText(fact.weightGrams, lang)].filter(Boolean).join(" · ");
    case "shipping": {
      const inputs = {
        country: countryName(fact.country, lang),
        way: serviceName(fact.service),
        days: daysText(fact, lang),
      };
      if (fact.isIncluded) return m["inquiries.fact.shippingIncluded"](inputs);
      if (fact.amountMinor === undefined || fact.currency === undefined) return m["inquiries.fact.shippingAsk"](inputs);
      const cost = formatMoney({ amountMinor: BigInt(fact.amountMinor), currency: fact.currency }, lang);
      return m["inquiries.fact.shipping"]({ ...inputs, cost, count: fact.quantity });
    }
  }
}

function sizeOf({ lengthMm, widthMm, heightMm }: Extract<Fact, { kind: "size" }>, lang: Locale): string | undefined {
  if (lengthMm === undefined || widthMm === undefined || heightMm === undefined) return undefined;
  return sizeText({ lengthMm, widthMm, heightMm }, lang);
}
