import { Link } from "@remix-run/react";
import type { MarketPage, OwnPassport } from "~/modules/export-readiness";
import { m } from "~/paraglide/messages.js";
import { pathsFor } from "~/platform/http/paths";
import { LOCALES } from "~/platform/i18n/locales";
import { PressForm } from "~/ui/forms/press-form";
import { LANGUAGE_NAMES } from "~/ui/layouts/language-names";
import { useAllPaths } from "~/ui/layouts/all-paths";
import { linkStyle } from "~/ui/primitives/button";
import { DoneNotice } from "~/ui/primitives/notice";
import { RefusedNotice } from "~/ui/primitives/refused-notice";
import { AskFirst } from "~/ui/workspace/ask-first";
import { PASSPORT_STATE_NAMES, passportStateText } from "./passport-words";

type Props = {
  market: Pick<MarketPage, "marketId" | "isOpen">;
  passport: OwnPassport | undefined;
  makeKey: string;
  revokeKey: string;
  done: string | undefined;
  refusal: string | undefined;
};

/** The passport of a market in the workspace: made when everything is met, printed while it holds, revoked at any time. */
export function OwnPassportBox({ market: { marketId, isOpen }, passport, makeKey, revokeKey, done, refusal }: Props) {
  const paths = useAllPaths();
  return (
    <section id="passport" aria-labelledby="passport-title" className="mt-8 scroll-mt-24">
      <h2 id="passport-title" className="text-xl">
        {m["passports.own.title"]()}
      </h2>
      <p className="measure mt-2 mb-4">{m["passports.own.lead"]()}</p>
      {done ? <DoneNotice>{done}</DoneNotice> : null}
      {refusal ? <RefusedNotice>{refusal}</RefusedNotice> : null}
      {passport ? <LivePassport passport={passport} revokeKey={revokeKey} /> : null}
      {isOpen ? (
        <div className="mt-4">
          <PressForm action={paths.makePassport(marketId)} formKey={makeKey} look={passport ? "secondary" : "primary"}>
            {passport ? m["passports.own.makeNew"]() : m["passports.own.make"]()}
          </PressForm>
          {passport ? <p className="mt-1 text-sm text-muted">{m["passports.own.replaces"]()}</p> : null}
        </div>
      ) : (
        <p className="measure mt-2 text-muted">{m["passports.own.closed"]()}</p>
      )}
    </section>
  );
}

function LivePassport({ passport, revokeKey }: { passport: OwnPassport; revokeKey: string }) {
  const { passportId, code, shownCode, state, ends, validUntil } = passport;
  const paths = useAllPaths();
  const isValid = state === "valid";
  return (
    <div className={`rounded border-l-4 bg-surface p-4 ${isValid ? "border-verified" : "border-saffron"}`}>
      <p className="font-semibold">{PASSPORT_STATE_NAMES[state]()}</p>
      <p>{passportStateText({ state, validUntil, revokedOn: undefined })}</p>
      {isValid ? <p className="text-sm text-muted">{ends}</p> : null}
      <p className="mt-2">
        {m["passports.code"]()}: <strong className="whitespace-nowrap tabular-nums">{shownCode}</strong>
      </p>
      <p className="mt-2 flex flex-wrap gap-x-5">
        {isValid
          ? LOCALES.map((lang) => (
              <a
                key={lang}
                href={pathsFor({ lang, to: undefined, cur: undefined }).passportFile(passportId)}
                hrefLang={lang}
                className={`${linkStyle} inline-flex min-h-11 items-center`}
              >
                {m["passports.own.print"]()}: {LANGUAGE_NAMES[lang]}
              </a>
            ))
          : null}
        <Link to={paths.passport(code)} className={`${linkStyle} inline-flex min-h-11 items-center`}>
          {m["passports.own.page"]()}
        </Link>
      </p>
      <div className="mt-1">
        <AskFirst label={m["passports.own.revoke"]()} ofWhat={shownCode} question={m["passports.own.revokeHint"]()}>
          <PressForm action={paths.revokePassport(passportId)} formKey={revokeKey} look="secondary">
            {m["passports.own.revokeYes"]()}
          </PressForm>
        </AskFirst>
      </div>
    </div>
  );
}
