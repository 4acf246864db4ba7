import { beforeAll, expect, it } from "vitest";
import { makePassport, printPassport } from "~/modules/export-readiness/index.server";
import { runWithLocale } from "~/platform/i18n/locale.server";
import { LOCALES, type Locale } from "~/platform/i18n/locales";
import { loadReferenceData } from "~db/reference/load";
import { testDb } from "~tests/support/database";
import { EU_PAPERS, makeExporter, PASSPORT_NOW, passportsOf } from "~tests/support/exporter";
import { newKey } from "~tests/support/form-key";
import { pdfText } from "~tests/support/pdf";
import { doneOf } from "~tests/support/shop";

const ORIGIN = "https://karvan.example";
const EXPECTED = {
  az: [
    "İxrac pasportu: Avropa İttifaqı",
    "Mis Ocağı",
    "Azərbaycan Yaradıcı Sənayelər Federasiyası",
    "28 fevral 2027",
    "Müddəti bu sənədlə birlikdə bitir: Aİ-də məsul şəxs",
    "Hesab-faktura və qablaşdırma vərəqi, boşluqsuz",
    "elanlar və sənədlər üzrə",
    "VÖEN qeydiyyatı",
    "14 gün",
    "hüquqi məsləhət deyil",
    "altırəqəmli kod üzrə",
  ],
  en: [
    "Export passport: European Union",
    "Copper Hearth",
    "Azerbaijan Federation of Creative Industries",
    "28 February 2027",
    "It ends together with this paper: EU responsible person",
    "Commercial invoice and packing list, no gaps",
    "by listings and papers",
    "not verified",
    "14 days",
    "Guidance, not legal advice",
    "3 EUR per item",
  ],
  ru: [
    "Экспортный паспорт: Европейский союз",
    "Медный очаг",
    "Федерация креативных индустрий Азербайджана",
    "28 февраля 2027",
    "Инвойс и упаковочный лист без пробелов",
    "по карточкам и документам",
    "14 дней",
    "не юридическая консультация",
    "НДС платится всегда",
  ],
} as const satisfies Record<Locale, readonly string[]>;

let made: { sellerId: string; passportId: string; code: string };

beforeAll(async () => {
  await loadReferenceData(testDb);
  const { seller, sellerId } = await makeExporter({ targetMarkets: ["EU"], evidence: EU_PAPERS });
  const { passportId } = doneOf(await makePassport(testDb, seller, newKey(), "EU", PASSPORT_NOW));
  const [row] = await passportsOf(sellerId);
  made = { sellerId, passportId, code: row?.code ?? "" };
});

async function print(lang: Locale, isDemo = false): Promise<Buffer> {
  const question = { ...made, lang, origin: ORIGIN, isDemo };
  const paper = await runWithLocale(lang, () => printPassport(testDb, question, PASSPORT_NOW));
  if (!paper) throw new Error("nothing was printed");
  return paper.content;
}

const words = (text: string) => text.replace(/\s+/g, " ");

it.each(LOCALES)("says in %s whose it is, what is met, with sources and their days, and until when", async (lang) => {
  const text = words(await pdfText(await print(lang), "raw"));
  for (const expected of EXPECTED[lang]) expect(text).toContain(expected);
  expect(text).toContain(made.code.match(/.{4}/g)?.join("-"));
  expect(text).toContain("741810");
  expect(text).toContain("FCA");
  expect(text.replaceAll(" ", "")).toContain(`${ORIGIN}/${lang}/passports/${made.code}`);
  expect(text).not.toContain("undefined");
});

it("says of one that a demo prints that it proves nothing", async () => {
  expect(await pdfText(await print("en"), "raw")).not.toContain("Demo");
  expect(await pdfText(await print("en", true), "raw")).toContain("Demo: it proves nothing");
  expect(await pdfText(await print("az", true), "raw")).toContain("Nümunə: heç nəyi təsdiqləmir");
});

it("is not printed any more when it does not hold", async () => {
  const question = { ...made, lang: "en", origin: ORIGIN, isDemo: false } as const;
  expect(await printPassport(testDb, question, new Date("2027-03-01T08:00:00Z"))).toBeUndefined();
  expect(await printPassport(testDb, { ...question, passportId: "no-id" }, PASSPORT_NOW)).toBeUndefined();
});
