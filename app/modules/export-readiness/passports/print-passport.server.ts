import { clock } from "~/platform/clock.server";
import type { Db } from "~/platform/db/db.server";
import { pathsFor } from "~/platform/http/paths";
import { qrSvg } from "~/platform/http/qr.server";
import type { Locale } from "~/platform/i18n/locales";
import { setPdf } from "~/platform/pdf/set-pdf.server";
import type { OpenedPaper } from "~/platform/private-files/private-files.server";
import { findOwnPassport } from "./read-passports.server";
import { passportSheet, QR_NAME } from "./sheet.server";

type Question = {
  sellerId: string;
  passportId: string;
  lang: Locale;
  /** Of the public site, which the code's page is on. */
  origin: string;
  isDemo: boolean;
};

/**
 * A seller's passport as a PDF in the reader's language. One that does not hold is not printed: paper outlives its state.
 *
 * @throws Error where no typesetter is installed
 */
export async function printPassport(
  db: Db,
  { sellerId, passportId, lang, origin, isDemo }: Question,
  now = clock(),
): Promise<OpenedPaper | undefined> {
  const passport = await findOwnPassport(db, { sellerId, passportId }, now);
  if (passport?.state !== "valid") return undefined;
  const url = `${origin}${pathsFor({ lang, to: undefined, cur: undefined }).passport(passport.code)}`;
  const { default: template } = await import("./passport.typ?raw");
  const set = await setPdf({
    template,
    data: passportSheet(passport, { lang, url, isDemo }),
    pictures: new Map([[QR_NAME, Buffer.from(qrSvg(url))]]),
  });
  if (!set.ok) throw new Error("there is no typesetter on this machine, so the passport cannot be set");
  const name = `karvan-passport-${passport.marketId}-${lang}.pdf`;
  return { name, contentType: "application/pdf", content: set.value };
}
