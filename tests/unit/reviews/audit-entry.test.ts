import { describe, expect, it } from "vitest";
import type { AuditRow } from "~/platform/audit/audit-row";
import { runWithLocale } from "~/platform/i18n/locale.server";
import { LOCALES, type Locale } from "~/platform/i18n/locales";
import { ACTION_NAMES } from "~/ui/staff/audit/action-names";
import { actionChoices, kindChoices } from "~/ui/staff/audit/choices";
import { auditEntryView } from "~/ui/staff/audit/entry-view";
import { KIND_NAMES } from "~/ui/staff/audit/kind-names";

const LISTING = "11111111-1111-4111-8111-111111111111";
const GONE = "22222222-2222-4222-8222-222222222222";
const names = new Map([
  [LISTING, "Mis sini"],
  ["anna", "Anna Əliyeva"],
]);

const row = (changes: Partial<AuditRow>): AuditRow => {
  const { before = {}, after = {} } = changes;
  return {
    id: 7n,
    happenedAt: new Date("2026-11-23T21:05:00Z"),
    actorKind: "staff",
    actorId: "anna",
    action: "edit-stock-table",
    subjectKind: "listing",
    subjectId: LISTING,
    requestId: null,
    clientAddress: null,
    before,
    after,
    changedFields: [...new Set([...Object.keys(before), ...Object.keys(after)])],
    isErased: false,
    ...changes,
  };
};

const read = (lang: Locale, changes: Partial<AuditRow>) =>
  runWithLocale(lang, () => auditEntryView(row(changes), { lang, names }));

/** Each change as `field: before → after`. */
const changesOf = (lang: Locale, changes: Pick<Partial<AuditRow>, "before" | "after">) =>
  read(lang, changes).changes.map(({ name, before, after }) => `${name}: ${before} → ${after}`);

describe("an entry of the audit log", () => {
  it("says in words what was done to what, with the name in the code beside it", () => {
    expect(read("az", {})).toMatchObject({
      action: { code: "edit-stock-table", name: "Qiymətlər və say cədvəldə dəyişdirildi" },
      actor: { id: "anna", name: "Anna Əliyeva" },
      subject: { kind: "listing", kindName: "Elan", id: LISTING, name: "Mis sini" },
    });
    expect(read("ru", {}).action.name).toBe("Цены и наличие изменены в таблице");
  });

  it("keeps the code's names of what nobody gave words, and the id of what has no name", () => {
    const entry = read("en", { action: "paint-listing", subjectKind: "paint", subjectId: GONE, after: { hue: "red" } });
    expect(entry).toMatchObject({
      action: { code: "paint-listing", name: "paint-listing" },
      subject: { kindName: "paint", id: GONE, name: undefined },
      changes: [{ name: "hue", before: "–", after: "red" }],
    });
    expect(read("en", { action: "constructor", subjectKind: "toString" })).toMatchObject({
      action: { name: "constructor" },
      subject: { kindName: "toString" },
    });
  });

  it("happened on the clocks of Baku", () => {
    expect(read("en", {}).when).toBe("24 Nov 2026, 01:05:00");
    expect(read("az", {}).when).toContain("24 noy 2026");
  });

  it("shows no values that were erased, but says which fields they had", () => {
    const entry = read("en", { isErased: true, changedFields: ["email", "hue"] });
    expect([entry.erased, entry.changes]).toEqual([["E-mail", "hue"], []]);
  });
});

describe("values of the audit log", () => {
  it.each<[string, Locale, Record<string, unknown>, Record<string, unknown>, string]>([
    ["yes and no", "az", { isDefault: false }, { isDefault: true }, "Əsas ünvan: xeyr → bəli"],
    ["a ticked box", "en", {}, { isOpenToExport: "on" }, "isOpenToExport: – → yes"],
    [
      "an instant, in Baku",
      "en",
      { startsAt: null },
      { startsAt: "2026-11-23T21:05:00.000Z" },
      "Begins: – → 24 Nov 2026, 01:05:00",
    ],
    ["a day", "ru", { fromOn: "2026-11-24" }, {}, "Первый день: 24 нояб. 2026 → –"],
    ["a share", "az", { commissionBasisPoints: 800 }, { commissionBasisPoints: 750 }, "Komissiya: 8% → 7,5%"],
    ["why an order ended", "ru", {}, { reason: "out-of-stock" }, "Причина: – → Нет в наличии"],
    ["a state", "az", { status: "draft" }, { status: "published" }, "Vəziyyət: Qaralama → Açıqdır"],
    ["a code that is not known", "en", {}, { status: "painted" }, "State: – → painted"],
    ["an id that has a name", "en", {}, { listing: LISTING }, "Listing: – → Mis sini"],
    ["an id that has none", "en", {}, { listing: GONE }, `Listing: – → ${GONE}`],
    ["whose a paper is", "az", {}, { owner: `listing ${LISTING}` }, "Kimindir: – → Elan: Mis sini"],
    ["countries", "en", { countries: ["DE", "FR"] }, { countries: [] }, "Countries: Germany, France → –"],
    [
      "reasons that no list has",
      "az",
      {},
      { reasons: ["voen: other: Hansı nömrə: əvvəlki?"] },
      "Səbəblər: – → VÖEN: Hansı nömrə: əvvəlki?",
    ],
    [
      "what was ticked beside a decision",
      "en",
      {},
      { confirmed: ["paperless"] },
      "Ticked: – → approves it without papers",
    ],
    ["reasons", "en", {}, { reasons: ["story: unclear"] }, "Reasons: – → Story: Unclear"],
    ["a place in an order", "en", { position: 0 }, { position: 2 }, "Place in the order: 1 → 3"],
    [
      "a listing's price and stock",
      "en",
      { [LISTING]: "12500 / 3" },
      { [LISTING]: " / 2" },
      "Mis sini: ₼125 · 3 in stock → – · 2 in stock",
    ],
  ])("say %s", (_what, lang, before, after, expected) => {
    expect(changesOf(lang, { before, after })).toEqual([expected]);
  });

  it("say an amount in the currency that stands beside it, and leave alone what has none", () => {
    const after = { amountMinor: "9972000", currency: "EUR" };
    expect(changesOf("en", { before: {}, after })).toContain("Amount: – → €99,720");
    expect(changesOf("en", { before: {}, after: { amountMinor: "9972000" } })).toEqual(["Amount: – → 9972000"]);
  });

  it("are shown of a listing's part as the fields of its form that changed", () => {
    const part = (values: Record<string, unknown>) => ({ part: "price", values: JSON.stringify(values) });
    const before = part({ priceKind: "fixed", incotermPlace: "Bakı", home: [{ from: "1", amount: "10.00" }] });
    const after = part({
      priceKind: "tiers",
      incotermPlace: "Bakı",
      home: [
        { from: "1", amount: "10.00" },
        { from: "5", amount: "8.00" },
        { from: "", amount: "" },
      ],
    });
    expect(changesOf("en", { before, after })).toEqual([
      "Part of the listing: Price → Price",
      "How is it priced?: One price → Price by quantity",
      "Price in Azerbaijan, ₼: From: 1; Price of one: 10.00 → From: 1; Price of one: 10.00\nFrom: 5; Price of one: 8.00",
    ]);
  });

  it("are shown of a translation by its language", () => {
    const en = { name: "Copper House", tagline: "Since 1987" };
    expect(changesOf("az", { before: { en: null }, after: { en } })).toEqual([
      "English · Ad: – → Copper House",
      "English · Mağaza haqqında bir cümlə: – → Since 1987",
    ]);
  });

  it("stay as they are when they only look like something else", () => {
    expect(changesOf("en", { after: { note: "{not json", words: "2026-99" } })).toEqual([
      "Note: – → {not json",
      "Words: – → 2026-99",
    ]);
  });
});

describe("an entry about", () => {
  const codes = new Map([
    ["lahic", "Lahıc"],
    ["copperware", "Misgərlik"],
  ]);
  const readWith = (changes: Partial<AuditRow>) =>
    runWithLocale("az", () => auditEntryView(row(changes), { lang: "az", names, codes })).changes.map(
      ({ name, after }) => `${name}: ${after}`,
    );

  it("a report says whether it was right, not that a listing was approved", () => {
    const decided = (subjectKind: string) => readWith({ subjectKind, after: { decision: "approved" } });
    expect(decided("reports")).toEqual(["Qərar: Şikayət əsaslıdır"]);
    expect(decided("listings")).toEqual(["Qərar: Təsdiqlənib"]);
  });

  it("places and categories calls them by their names, and a shop of the same word by its own", () => {
    expect(readWith({ after: { placeId: "lahic", categoryIds: ["copperware"], name: "lahic" } })).toEqual([
      "Yer: Lahıc",
      "Sahələr: Misgərlik",
      "Ad: lahic",
    ]);
  });

  it("something says nothing of fields that were empty and stayed so", () => {
    expect(readWith({ before: { note: null }, after: { note: "", reasons: [] } })).toEqual([]);
  });
});

describe("the menus of the audit log", () => {
  it.each(LOCALES)("give every action and kind a name of its own in %s", (lang) => {
    runWithLocale(lang, () => {
      for (const words of [ACTION_NAMES, KIND_NAMES]) {
        const said = Object.values(words).map((name) => name?.());
        expect(new Set(said).size).toBe(said.length);
      }
    });
  });

  it("stand in the order of the reader's alphabet, those without words by their names in the code", () => {
    const actions = ["edit-shop", "open-shop", "add-address", "paint-listing"];
    const menu = (lang: Locale) => runWithLocale(lang, () => actionChoices(actions, lang).map(({ value }) => value));

    expect(menu("en")).toEqual(["add-address", "paint-listing", "edit-shop", "open-shop"]);
    expect(menu("az")).toEqual(["open-shop", "edit-shop", "paint-listing", "add-address"]);
    expect(runWithLocale("az", () => kindChoices("az")).map(({ label }) => label)).toContain("Kolleksiya");
  });
});
