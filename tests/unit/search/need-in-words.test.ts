import { describe, expect, it } from "vitest";
import { readNeed, type NamedCountry } from "~/modules/search/need-in-words";

const names = (country: string): NamedCountry => {
  const of = (locale: string) => new Intl.DisplayNames(locale, { type: "region" }).of(country) ?? country;
  return { country, az: of("az"), en: of("en"), ru: of("ru") };
};
const COUNTRIES = ["AZ", "DE", "FR", "US", "GB", "TR", "JP", "KZ", "AE", "CN"].map(names);

describe("a need told in words", () => {
  it.each([
    [
      "40 hand-hammered copper cups to Germany within 60 days",
      { text: "hand-hammered copper cups", quantity: 40, withinDays: 60, destination: "DE" },
    ],
    ["silk scarves, 200 pcs, shipped to the UK", { text: "silk scarves", quantity: 200, destination: "GB" }],
    ["carpet for Japan in 3 weeks", { text: "carpet", withinDays: 21, destination: "JP" }],
    [
      "40 ədəd mis qədəh Almaniyaya 60 gün ərzində",
      { text: "mis qədəh", quantity: 40, withinDays: 60, destination: "DE" },
    ],
    ["Türkiyəyə xalça", { text: "xalça", destination: "TR" }],
    ["kelagayi 30 gune Qazaxistana", { text: "kelagayi", withinDays: 30, destination: "KZ" }],
    [
      "40 медных кружек в Германию за 60 дней",
      { text: "медных кружек", quantity: 40, withinDays: 60, destination: "DE" },
    ],
    ["шёлковые платки 100 шт. во Францию", { text: "шёлковые платки", quantity: 100, destination: "FR" }],
    ["поднос в течение 2 недель", { text: "поднос", withinDays: 14 }],
    ["rug to USA", { text: "rug", destination: "US" }],
  ])("%s", (text, expected) => {
    expect(readNeed(text, COUNTRIES)).toEqual(expected);
  });

  it.each([
    "copper cup",
    "450 ml mug",
    "11 simli tar",
    "2 day coppersmith workshop",
    "2-day workshop",
    "2024 calendar",
    "3D animation",
    "German lessons",
    "Germany",
    "to Germany",
    "60 gün ərzində",
    "40",
    "carpets from Azerbaijan",
    "translation into English in a week",
    "",
  ])("is not read into «%s»", (text) => {
    expect(readNeed(text, COUNTRIES)).toBeUndefined();
  });
});
