import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { findHsCodes } from "~/modules/search/hs-codes.server";
import { LOCALES } from "~/platform/i18n/locales";
import { testDb } from "~tests/support/database";
import { SCORED_SPLITS, type Split } from "./judged-queries";

/** What a seller sees at once: the right code has to be among so many. */
const LOOKED_AT = 3;

/** Share of the queries whose right code is looked at; whoever tunes sees only the tune split. */
const GATES: Readonly<Record<Split, number>> = { tune: 0.95, test: 0.85 };

const judged = z.strictObject({
  text: z.string(),
  locale: z.enum(LOCALES),
  /** Codes that are right, judged from the official texts; one of them is enough. */
  codes: z.array(z.string().regex(/^\d{6}$/)).min(1),
  split: z.enum(["tune", "test"]),
});

const { queries } = z
  .object({ queries: z.array(judged) })
  .parse(JSON.parse(readFileSync("tests/relevance/judged-hs-queries.json", "utf8")));

describe("plain words", () => {
  it.each(SCORED_SPLITS)("find the right customs code among the first three: %s split", async (split) => {
    const own = queries.filter((query) => query.split === split);
    const missed: string[] = [];
    for (const { text, locale, codes } of own) {
      const found = (await findHsCodes(testDb, text, { locale })).map(({ code }) => code);
      const isFound = found.slice(0, LOOKED_AT).some((code) => codes.includes(code));
      if (!isFound) missed.push(`${locale} ${text}: ${found.join(" ")}, not ${codes.join(" ")}`);
    }

    const share = 1 - missed.length / own.length;
    const details = split === "tune" ? missed : [];
    process.stdout.write(
      [`customs codes, ${split} split: ${share.toFixed(3)} of ${own.length}`, ...details, ""].join("\n"),
    );
    expect(share).toBeGreaterThanOrEqual(GATES[split]);
  });

  it("are judged in each language, every third query set apart", () => {
    const perLocale = LOCALES.map((locale) => queries.filter((query) => query.locale === locale));
    expect(perLocale.map((own) => own.length)).toEqual([42, 42, 42]);
    expect(perLocale.flat().filter(({ split }) => split === "test")).toHaveLength(queries.length / 3);
  });
});
