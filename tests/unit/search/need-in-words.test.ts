import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { addressOfNeed, readNeed, type NamedCountry } from "~/modules/search/need-in-words";
import { readerOf } from "~/platform/i18n/reader";
import cities from "~db/reference/cities.json" with { type: "json" };
import destinations from "~db/reference/destinations.json" with { type: "json" };
import regions from "~db/reference/regions.json" with { type: "json" };

const names = (country: string): NamedCountry => {
  const of = (locale: string) => new Intl.DisplayNames(locale, { type: "region" }).of(country) ?? country;
  return { country, az: of("az"), en: of("en"), ru: of("ru") };
};
const COUNTRIES = destinations.destinations.map(({ country }) => names(country));
/** A Thursday; sixty days later it is 25 January. */
const NOW = new Date("2026-11-26T10:00:00Z");

const read = (text: string, now = NOW) => readNeed(text, COUNTRIES, now);
/** What a text says besides its thing, or nothing; and reading the rest again finds nothing. */
const saidIn = (text: string, now = NOW) => {
  const need = read(text, now);
  if (need) expect(read(need.text, now)).toBeUndefined();
  return need;
};

const allSaidIn = (texts: readonly string[], part: "quantity" | "destination" | "neededBy" | "price") =>
  texts.map((text) => [text, saidIn(text)?.[part]]);

const EVERYTHING = { quantity: 40, destination: "DE", price: { currency: "EUR", max: "30" } };

describe("a need told in words", () => {
  it.each([
    [
      "40 hand-hammered copper cups to Germany within 60 days",
      { text: "hand-hammered copper cups", quantity: 40, neededBy: "2027-01-25", destination: "DE" },
    ],
    ["silk scarves, 200 pcs, shipped to the UK", { text: "silk scarves", quantity: 200, destination: "GB" }],
    ["carpet for Japan in 3 weeks", { text: "carpet", neededBy: "2026-12-17", destination: "JP" }],
    [
      "40 ədəd mis qədəh Almaniyaya 60 gün ərzində",
      { text: "mis qədəh", quantity: 40, neededBy: "2027-01-25", destination: "DE" },
    ],
    ["Türkiyəyə xalça", { text: "xalça", destination: "TR" }],
    ["kelagayi 30 gune Qazaxistana", { text: "kelagayi", neededBy: "2026-12-26", destination: "KZ" }],
    [
      "40 медных кружек в Германию за 60 дней",
      { text: "медных кружек", quantity: 40, neededBy: "2027-01-25", destination: "DE" },
    ],
    ["шёлковые платки 100 шт. во Францию", { text: "шёлковые платки", quantity: 100, destination: "FR" }],
    ["поднос в течение 2 недель", { text: "поднос", neededBy: "2026-12-10" }],
    ["rug to USA", { text: "rug", destination: "US" }],
    [
      "I need forty copper cups under €30 each, delivered to Hamburg, Germany by January",
      { text: "copper cups", ...EVERYTHING, neededBy: "2027-01-31" },
    ],
    [
      "сорок медных чашек в Германию в течение двух месяцев до 30 евро",
      { text: "медных чашек", ...EVERYTHING, neededBy: "2027-01-25" },
    ],
    [
      "mənə qırx mis stəkan lazımdır, Hamburqa, iki ay ərzində, 30 avroya qədər",
      { text: "mis stəkan", ...EVERYTHING, neededBy: "2027-01-25" },
    ],
    ["«40 чашек» книга в Париж", { text: "«40 чашек» книга", destination: "FR" }],
  ])("%s", (text, expected) => {
    expect(saidIn(text)).toEqual(expected);
  });
});

describe("a quantity", () => {
  it.each([
    [2, ["two copper trays", "iki mis sini", "два подноса"]],
    [6, ["half a dozen cups", "yarım düjün stəkan", "полдюжины чашек"]],
    [10, ["ten silk scarves", "on stəkan Hamburqa", "on ədəd stəkan", "десяток кружек", "десять кружек"]],
    [12, ["a dozen copper cups", "dozen of cups", "on iki stəkan", "bir düjün stəkan", "дюжина кружек"]],
    [20, ["twenty napkins", "iyirmi salfet", "двадцать салфеток", "два десятка кружек"]],
    [24, ["two dozen glasses", "iki düjün stəkan", "две дюжины стаканов"]],
    [25, ["twenty-five scarves", "twenty five scarves", "iyirmi beş şərf", "двадцать пять платков"]],
    [40, ["forty copper cups", "fourty copper cups", "qırx mis stəkan", "qirx mis stekan", "сорок чашек"]],
    [40, ["40x cups", "40 x cups", "40 × cups", "cups x40", "cups x 40", "40х чашек", "чашки х40"]],
    [40, ["qty 40 cups", "cups, qty. 40", "cups qty:40", "copper cups quantity: 40", "quantity of 40 cups"]],
    [40, ["кол-во: 40 чашки", "чашки количество 40", "sayı: 40 stəkan", "stəkan miqdar 40"]],
    [40, ["40 pcs cups", "40pcs cups", "cups (40 pcs)", "40 pieces of copper jewellery", "forty pieces of jewellery"]],
    [40, ["40 ədəd stəkan", "qırx ədəd stəkan", "stəkan 40 dənə", "40 шт чашек", "чашки 40шт.", "сорок штук чашек"]],
    [40, ["need 40 cups", "about 40 cups", "Mənə 40 stəkan lazımdır", "нужно 40 чашек", "около 40 чашек"]],
    [100, ["a hundred cups", "one hundred cups", "yüz stəkan", "сто кружек", "сотня кружек"]],
    [150, ["a hundred and fifty napkins", "yüz əlli salfet", "сто пятьдесят салфеток"]],
    [1000, ["1,000 cups", "1 000 чашек", "a thousand cups", "тысяча чашек", "bir min stəkan"]],
  ])("%d", (quantity, texts) => {
    expect(allSaidIn(texts, "quantity")).toEqual(texts.map((text) => [text, quantity]));
  });

  it("leaves only the thing", () => {
    const texts = ["40 x cups", "cups, qty: 40", "cups (40 pcs)", "a dozen of cups", "I need forty cups please"];
    expect(texts.map((text) => read(text)?.text)).toEqual(texts.map(() => "cups"));
  });
});

describe("a destination", () => {
  it.each([
    ["DE", ["cups in Germany", "cups for Germany", "cups delivered to Germany", "Germany: 40 cups"]],
    ["DE", ["cups ship to Hamburg", "cups to Hamburg (Germany)", "cups to Berlin or Hamburg", "cups to München"]],
    ["DE", ["cups, Munich", "cups, Hamburg, 60 days", "Hamburg, 60 days, cups", "40 cups Hamburg 60 days"]],
    ["DE", ["чашки в Германию", "чашки в Германии", "чашки для Германии", "чашки с доставкой по Германии"]],
    ["DE", ["чашки в Гамбург", "чашки в Мюнхене", "чашки с доставкой до Гамбурга", "чашки, Гамбург, 60 дней"]],
    ["DE", ["stəkan Almaniyaya", "Almaniya üçün stəkan", "Almaniyada mis stəkan", "stəkan, çatdırılma Almaniyaya"]],
    ["DE", ["Hamburqa 40 stəkan", "Hamburg-a stəkan", "Hamburq şəhərinə stəkan", "stəkan, Hamburq, 60 gün"]],
    ["US", ["rugs to the US", "rugs to New York, USA", "ковры в США", "ковры в Нью-Йорк", "ABŞ-a xalça"]],
    ["GB", ["rugs in the UK", "rugs to London", "ковры в Великобританию", "Birləşmiş Krallığa xalça"]],
    ["CN", ["vases to China", "vases for China", "вазы в Китай", "Çinə vaza"]],
    ["NZ", ["rugs to New Zealand", "шаль в Новую Зеландию", "Yeni Zelandiyaya şal"]],
    ["AE", ["rugs to Dubai", "ковры в ОАЭ", "Birləşmiş Ərəb Əmirliklərinə xalça"]],
    ["GR", ["rugs to Athens", "ковры в Афины", "ковры в Афинах", "Afinaya xalça"]],
    ["RU", ["rugs to St. Petersburg", "ковры в Казань", "Moskvaya xalça"]],
    ["AZ", ["cups to Baku", "чашки в Баку", "Bakıya stəkan", "Bakiya stekan"]],
  ])("%s", (destination, texts) => {
    expect(allSaidIn(texts, "destination")).toEqual(texts.map((text) => [text, destination]));
  });

  it("is one at most: of several none is taken", () => {
    expect(saidIn("40 cups to Germany and France")).toEqual({ text: "cups to Germany and France", quantity: 40 });
    expect(saidIn("чашки в Берлин или Париж")).toBeUndefined();
  });

  it.each(cities.cities)("may be the city $en.0 in each language", ({ country, en, ru, az }) => {
    const texts = [`cups to ${en[0]}`, `чашки в город ${ru[0]}`, `${az[0]} şəhərinə stəkan`];
    expect(allSaidIn(texts, "destination")).toEqual(texts.map((text) => [text, country]));
  });

  it("is no place of Azerbaijan but Baku, and every city is in a country that goods may be sent to", () => {
    const ours = new Set([...regions.regions, ...regions.places].flatMap(({ name }) => [name.az, name.en, name.ru]));
    const known = new Set(destinations.destinations.map(({ country }) => country));

    const abroad = cities.cities.filter(({ country }) => country !== "AZ");
    expect(abroad.flatMap(({ az, en, ru }) => [...az, ...en, ...ru]).filter((name) => ours.has(name))).toEqual([]);
    expect(cities.cities.filter(({ country }) => !known.has(country))).toEqual([]);
  });
});

describe("a day", () => {
  it.each([
    ["2026-12-10", ["cups within two weeks", "iki həftəyə stəkan", "стаканы в течение двух недель"]],
    ["2026-12-17", ["cups in 3 weeks", "2-3 həftəyə stəkan", "iki-üç həftəyə stəkan", "стаканы за 2-3 недели"]],
    ["2026-12-26", ["cups within a month", "bir ay ərzində stəkan", "otuz günə stəkan", "стаканы в течение месяца"]],
    ["2027-01-21", ["cups in 8 weeks", "cups in eight weeks", "8 həftə ərzində stəkan", "стаканы за восемь недель"]],
    ["2027-01-25", ["cups within 60 days", "cups within two months", "60 günə stəkan", "iki ay ərzində stəkan"]],
    ["2027-01-25", ["стаканы в течение двух месяцев", "стаканы за 60 дней", "altmış günə qədər stəkan"]],
    ["2027-01-25", ["cups by 25 January", "cups until 25 Jan", "cups by January 25th, 2027", "cups by 25.01.2027"]],
    ["2027-01-25", ["cups by the 25th of January", "cups before 26 January", "cups by 25/01/2027"]],
    ["2027-01-25", ["стаканы до 25 января", "стаканы к 25-му января", "стаканы до 25.01.2027 г.", "стаканы до 25.01"]],
    ["2027-01-25", ["25 yanvara qədər stəkan", "yanvarın 25-nə qədər stəkan", "stəkan 25.01.2027-dək"]],
    ["2027-01-25", ["25 yanvar 2027-ci ilə qədər stəkan", "26 yanvardan əvvəl stəkan"]],
    ["2027-01-31", ["cups by January", "стаканы к январю", "стаканы до января", "yanvara qədər stəkan"]],
    ["2027-01-31", ["cups by the end of January", "стаканы до конца января", "yanvarın sonuna qədər stəkan"]],
    ["2027-01-15", ["cups by mid-January", "стаканы к середине января", "yanvarın ortasına qədər stəkan"]],
    ["2026-12-31", ["cups before January", "yanvardan əvvəl stəkan", "cups by the end of the year"]],
    ["2026-12-31", ["cups by New Year", "стаканы к Новому году", "Yeni ilə qədər stəkan", "ilin sonuna qədər stəkan"]],
    ["2026-11-30", ["cups by November", "стаканы до конца месяца", "ayın sonuna qədər stəkan"]],
    ["2026-12-24", ["cups by Christmas", "стаканы к Рождеству", "Milada qədər stəkan"]],
    ["2027-03-20", ["cups by Novruz", "стаканы к Новрузу", "Novruza qədər stəkan", "Novruz bayramınadək stəkan"]],
  ])("%s", (neededBy, texts) => {
    expect(allSaidIn(texts, "neededBy")).toEqual(texts.map((text) => [text, neededBy]));
  });

  it("of a month or a feast without a year is the next one", () => {
    expect(read("cups by January", new Date("2027-01-31T23:00:00Z"))?.neededBy).toBe("2027-01-31");
    expect(read("cups by January", new Date("2027-02-01T00:00:00Z"))?.neededBy).toBe("2028-01-31");
    expect(read("cups by February", new Date("2027-12-01T00:00:00Z"))?.neededBy).toBe("2028-02-29");
    expect(read("cups before January", new Date("2027-01-01T00:00:00Z"))?.neededBy).toBe("2027-12-31");
    expect(read("чашки к Рождеству", new Date("2026-12-28T00:00:00Z"))?.neededBy).toBe("2027-01-06");
  });

  it.each(["cups by 25.01.2025", "cups by 05/01/2027", "cups by 31 February", "cups by 25 January 2077"])(
    "is not read where it is past, unclear or none: %s",
    (text) => {
      expect(read(text)).toBeUndefined();
    },
  );
});

describe("a price limit", () => {
  it.each([
    [{ currency: "EUR", max: "30" }, ["cups under €30", "cups below 30 EUR", "cups up to 30 euros", "cups max 30€"]],
    [{ currency: "EUR", max: "30" }, ["чашки до 30 евро", "чашки не дороже 30 €", "чашки дешевле тридцати евро"]],
    [{ currency: "EUR", max: "30" }, ["30 avroya qədər stəkan", "otuz avroya qədər stəkan", "stəkan maksimum 30 avro"]],
    [{ currency: "AZN", max: "30" }, ["30 manata qədər stəkan", "30 manatdan ucuz stəkan", "30 AZN-dək stəkan"]],
    [{ currency: "USD", max: "1500" }, ["rugs under $1,500", "ковры до 1 500 долларов", "1500 dollara qədər xalça"]],
    [{ currency: "EUR", max: "29.50" }, ["cups under 29.50 EUR", "чашки до 29,50 евро"]],
    [{ currency: "EUR", min: "30" }, ["cups over €30", "чашки дороже 30 евро", "30 avrodan baha stəkan"]],
    [
      { currency: "EUR", min: "20", max: "30" },
      ["cups €20-30", "cups between 20 and 30 EUR", "чашки от 20 до 30 евро"],
    ],
  ])("%o", (price, texts) => {
    expect(allSaidIn(texts, "price")).toEqual(texts.map((text) => [text, price]));
  });

  it.each(["30 EUR cups", "cups under 30", "cups, budget 3000 EUR", "cups under 30 EUR in total", "rug under 500 PLN"])(
    "is not read into «%s»",
    (text) => {
      expect(read(text)).toBeUndefined();
    },
  );
});

describe("a text that names a thing", () => {
  it.each([
    [
      "copper cup",
      "450 ml mug",
      "2024 calendar",
      "3D animation",
      "100% silk scarf",
      "925 silver ring",
      "40",
      "",
      "size 40",
    ],
    ["2 day coppersmith workshop", "2-day workshop", "two day workshop", "60 gün ərzində", "coppersmith class, 2 days"],
    ["one of a kind carpet", "one copper cup", "set of six glasses", "set of 6 pieces", "five piece tea set", "2 in 1"],
    ["набор из шести стаканов", "набор из 6 штук", "altı nəfərlik çay dəsti", "yeddi halqadan ibarət qolbaq"],
    ["11 simli tar", "on bir simli tar", "iki telli saz", "üç ayaqlı kətil", "three legged stool", "on foot cup"],
    [
      "Seven Beauties",
      "seven beauties carpet",
      "yeddi gözəl xalça",
      "семь красавиц",
      "1001 nights",
      "сто лет одиночества",
    ],
    ["carpet 200 x 300 cm", "200x300 carpet", "tray 30 x 40", "500 pieces puzzle", "20 yanvar", "30 EUR cups"],
    [
      "German lessons",
      "Germany",
      "to Germany",
      "bone china cups",
      "china tea set",
      "gift for us",
      "platter for turkey",
    ],
    ["made in Germany", "ковёр сделан в Турции", "Türkiyədə istehsal xalça", "carpet in Turkey red"],
    [
      "poster of Paris",
      "Paris poster",
      "Paris",
      "dress Paris",
      "guide to Paris",
      "поездка в Турцию",
      "Türkiyəyə səyahət",
    ],
    ["carpets from Azerbaijan", "carpet from Baku", "Baku carpet", "carpet, Baku", "Bakı xalçası", "концерт в Баку"],
    ["dress for Sofia", "cologne for men", "казан", "qazana qapaq", "cine camera", "Milana hədiyyə"],
    ["translation into English in a week", "Azerbaijani to English translation", "перевод на немецкий"],
    [
      "painted by June",
      "made by hand",
      "Novruz khoncha set",
      "подарки к Новрузу",
      "подарок на 8 марта",
      "Novruz üçün xonça",
    ],
    ["toys for 3 years", "for children under 3 years", "до 2.5 кг", "under glaze plate", '"two dozen cups"'],
  ])("is not read into %s and the like", (...texts) => {
    expect(texts.filter((text) => read(text) !== undefined)).toEqual([]);
  });

  const titles = ["listings", "copper-cups", "unpublished"].flatMap((name): { lang: string; title: string }[] =>
    JSON.parse(readFileSync(`db/seed/${name}.json`, "utf8")).listings.flatMap(
      (listing: { title: Record<string, string> }) =>
        Object.entries(listing.title).map(([lang, title]) => ({ lang, title })),
    ),
  );

  it("may be the title of any listing of the demo, in any language", () => {
    expect(titles.length).toBeGreaterThan(600);
    expect(titles.filter(({ title }) => read(title) !== undefined)).toEqual([]);
  });

  it("may be the title of any listing when a need stands around it, and stays whole", () => {
    const needs: Readonly<Record<string, string>> = {
      az: "Almaniyaya, 60 günə, 40 ədəd",
      en: "to Germany, within 60 days, 40 pcs",
      ru: "в Германию, за 60 дней, 40 шт.",
    };
    const said = { quantity: 40, neededBy: "2027-01-25", destination: "DE" };

    const texts = titles.map(({ lang, title }) => ({ title, need: read(`${title}, ${needs[lang]}`) }));

    expect(texts.map(({ need }) => need)).toEqual(texts.map(({ title }) => ({ text: title, ...said })));
  });
});

describe("the address of a need", () => {
  const isDestination = (country: string) => COUNTRIES.some((known) => known.country === country);
  const addressOf = (path: string) => {
    const url = new URL(path, "https://karvan.example");
    const need = read(url.searchParams.get("q") ?? "");
    return need && decodeURIComponent(addressOfNeed(url, need, readerOf(url, isDestination), isDestination));
  };

  it.each([
    ["/en/search?q=40 cups to Germany within 60 days&page=2", "q=cups&qty=40&by=2027-01-25&here=1"],
    ["/en/search?q=cups to France", "q=cups&here=1&to=FR"],
    ["/en/search?q=cups under €30", "q=cups&max=30"],
    ["/en/search?q=cups under $30", "q=cups&max=30&cur=USD"],
    ["/az/search?q=30 avroya qədər stəkan", "q=stəkan&max=30&cur=EUR"],
    ["/az/search?q=30 manata qədər stəkan", "q=stəkan&max=30"],
    ["/en/search?q=cups to London under €30", "q=cups&here=1&to=GB&max=30&cur=EUR"],
    ["/en/search?q=cups to London under £30&cur=EUR", "q=cups&cur=GBP&here=1&to=GB&max=30"],
    ["/en/search?q=cups over €30&max=20", "q=cups&min=30"],
    ["/en/search?q=cups to London&max=20", "q=cups&max=20&here=1&to=GB&cur=EUR"],
  ])("%s", (path, query) => {
    expect(addressOf(path)?.split("?")[1]).toBe(query);
  });
});
