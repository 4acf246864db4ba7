import { afterEach, describe, expect, it } from "vitest";
import { PROBLEM_DAYS, SILENCE_DAYS } from "~/modules/orders/fulfilment/rules";
import {
  ACCEPT_DAYS,
  COMPLETE_DAYS,
  PAY_HOURS,
  SEND_BACK_DAYS,
  TRANSFER_DAYS,
  WITHDRAWAL_DAYS,
} from "~/modules/orders/rules";
import { GUEST_YEARS } from "~/modules/orders/personal-data/forget-old-guests.server";
import { env } from "~/platform/env.server";
import { siteForTests } from "~tests/support/site";

const site = siteForTests();
const { MERCHANT_NAME } = env;
afterEach(() => {
  env.MERCHANT_NAME = MERCHANT_NAME;
});
const page = async (path: string) => (await site.get(path)).text();

describe.each([
  ["az", (days: number) => `${days} gün`, `${PAY_HOURS} saat`],
  ["en", (days: number) => `${days} days`, `${PAY_HOURS} hours`],
  ["ru", (days: number) => `${days} дн`, `${PAY_HOURS} часа`],
] as const)("the legal pages in %s", (lang, days, hours) => {
  it("name the days of the site's clocks", async () => {
    const terms = await page(`/${lang}/terms`);
    for (const text of [days(ACCEPT_DAYS), days(TRANSFER_DAYS), days(COMPLETE_DAYS), hours])
      expect(terms).toContain(text);
    const returns = await page(`/${lang}/returns`);
    for (const count of [WITHDRAWAL_DAYS, SEND_BACK_DAYS, PROBLEM_DAYS, SILENCE_DAYS]) {
      expect(returns).toContain(days(count));
    }
  });

  it("name who sells by the settings, and say so where nobody does", async () => {
    for (const path of ["terms", "returns"]) expect(await page(`/${lang}/${path}`)).toContain(MERCHANT_NAME);
    env.MERCHANT_NAME = undefined;
    for (const path of ["terms", "returns"]) expect(await page(`/${lang}/${path}`)).not.toContain(MERCHANT_NAME);
  });

  it("say once with whom the contract is, to whom a withdrawal goes, and that goods go back to the seller", async () => {
    const html = await page(`/${lang}/returns`);
    const { MERCHANT_NAME: name = "", MERCHANT_EMAIL = "" } = env;
    const section = html.slice(html.indexOf(`(${name}`), html.indexOf('id="withdrawal-form"'));
    expect(section).toContain(MERCHANT_EMAIL);
    expect(section).toContain({ az: "satıcının emalatxanasına", en: "seller&#x27;s workshop", ru: "мастерскую" }[lang]);
    const form = html.slice(html.indexOf('id="withdrawal-form"'), html.indexOf("</article>"));
    expect(form).toContain({ az: "Kimə (rəsmi satıcı): ", en: "To (merchant of record): ", ru: "продавец): " }[lang]);
    expect(form).not.toContain(
      { az: "adı göstərilən satıcı", en: "the seller named", ru: "названному в заказе" }[lang],
    );
  });

  it("name the years for which a guest's order keeps who she is", async () => {
    expect(await page(`/${lang}/privacy`)).toMatch(new RegExp(`\\b${GUEST_YEARS} (?:years|il|лет)`));
  });

  it("say where the merchant is found, on the form of withdrawal as well", async () => {
    const { MERCHANT_ADDRESS = "", MERCHANT_EMAIL = "" } = env;
    for (const path of ["terms", "returns"]) {
      const html = await page(`/${lang}/${path}`);
      const said = path === "terms" ? html : html.slice(html.indexOf('id="withdrawal-form"'));
      for (const text of [MERCHANT_ADDRESS, MERCHANT_EMAIL]) expect(said).toContain(text);
    }
  });

  it("have headings, and the model form of the directive at an address of its own", async () => {
    const html = await page(`/${lang}/returns`);
    expect(html).toMatch(/<h2 id="withdrawal-form"[^>]*>/);
    expect(html).not.toMatch(/>\s*## /);
    expect(html.slice(html.indexOf('id="withdrawal-form"')).match(/\n— /g)?.length).toBeGreaterThanOrEqual(7);
  });
});
