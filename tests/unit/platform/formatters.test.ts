import { expect, test } from "vitest";
import { dateFormat } from "~/platform/i18n/formatters";

const LAST_DAY = new Date("2027-01-14T12:05:00Z");

test.each([
  ["az", "14 yanvar 2027"],
  ["en", "14 January 2027"],
  ["ru", "14 января 2027"],
])("a day in %s ends without a full stop, so that a sentence can end with it", (locale, text) => {
  const day = dateFormat(locale, { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });
  expect(day.format(LAST_DAY)).toBe(text);
});

test("the time follows a Russian year", () => {
  const moment = dateFormat("ru", { dateStyle: "medium", timeStyle: "short", timeZone: "UTC" });
  expect(moment.format(LAST_DAY)).toBe("14 янв. 2027, 12:05");
});
