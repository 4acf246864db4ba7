import { documentName, formatDay } from "~/modules/catalog/index.server";
import { m } from "~/paraglide/messages.js";
import { clock } from "~/platform/clock.server";
import type { Db } from "~/platform/db/db.server";
import { mayTry, type ThrottleRule } from "~/platform/http/throttle.server";
import type { Locale } from "~/platform/i18n/locales";
import { asOfText, shownSources } from "../markets/rule-words.server";
import { shownCode, typedCode } from "./code";
import type { PassportContent } from "./content";
import { findPassportAtCode, listLivePassports, type ReadPassport } from "./read-passports.server";
import type { OwnPassport, PassportAnswer, PublicPassport } from "./types";

/** A stand at a fair asks as often from one address; who guesses codes gets no further. */
const LOOKING_UP: ThrottleRule = { name: "look-up-passport", points: 60, seconds: 600 };

/** What a seller has issued and not revoked. */
export async function listOwnPassports(
  db: Db,
  { sellerId, locale }: { sellerId: string; locale: Locale },
  now = clock(),
): Promise<OwnPassport[]> {
  const passports = await listLivePassports(db, sellerId, now);
  return passports.map(({ passportId, marketId, code, issuedOn, validUntil, state, content }) => ({
    passportId,
    marketId,
    market: content.market.name[locale],
    code,
    shownCode: shownCode(code),
    issuedOn: formatDay(issuedOn, locale),
    validUntil: formatDay(validUntil, locale),
    ends: endsText(content),
    state,
  }));
}

/** Whether the passport with this code holds, for whoever types it, however she writes it. */
export async function lookUpPassport(
  db: Db,
  { typed, lang, clientAddress }: { typed: string; lang: Locale; clientAddress: string },
  now = clock(),
): Promise<PassportAnswer> {
  if (!(await mayTry(LOOKING_UP, clientAddress))) return { kind: "too-many" };
  const code = typedCode(typed);
  const passport = code === "" ? undefined : await findPassportAtCode(db, code, now);
  if (!passport) return { kind: "unknown", typed: shownCode(code) };
  return { kind: "found", passport: publicView(passport, lang) };
}

function publicView(passport: ReadPassport, lang: Locale): PublicPassport {
  const { state, content, code, sellerSlug, issuedOn, validUntil, revokedOn } = passport;
  const { seller, level, rules, market } = content;
  return {
    state,
    shownCode: shownCode(code),
    market: market.name[lang],
    seller: { name: seller.name[lang], place: seller.place[lang], slug: sellerSlug },
    issuedOn: formatDay(issuedOn, lang),
    validUntil: formatDay(validUntil, lang),
    revokedOn: revokedOn && formatDay(revokedOn, lang),
    said:
      state === "valid"
        ? {
            ends: endsText(content),
            level: level && { label: level.label[lang], meaning: level.meaning[lang] },
            isVoenVerified: seller.isVoenVerified,
            rules: rules.map(({ id, text, by, asOf, sources }) => ({
              id,
              text: text[lang],
              by,
              asOf: asOfText(asOf, sources.length, lang),
              sources: shownSources(sources),
            })),
          }
        : undefined,
  };
}

/** Why it ends on its last day. */
export function endsText({ ends }: PassportContent): string {
  return ends.with === "paper"
    ? m["passports.ends.paper"]({ paper: documentName(ends.documentType) })
    : m["passports.ends.year"]();
}
