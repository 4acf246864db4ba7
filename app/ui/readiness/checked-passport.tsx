import { Link } from "@remix-run/react";
import type { PublicPassport } from "~/modules/export-readiness";
import { m } from "~/paraglide/messages.js";
import { usePaths } from "~/ui/layouts/site";
import { linkStyle } from "~/ui/primitives/button";
import { Icon } from "~/ui/primitives/icon";
import { KNOWN_BY_NAMES, PASSPORT_STATE_NAMES, passportStateText } from "./passport-words";
import { SourceLinks } from "./source-links";

/** Whether a passport holds, first and large; then whose it is, and what was checked of one that holds. */
export function CheckedPassport({ passport }: { passport: PublicPassport }) {
  const { state, shownCode, said } = passport;
  const paths = usePaths();
  const isValid = state === "valid";
  return (
    <div className="max-w-3xl py-10">
      <p className="text-sm text-muted">
        {m["passports.title"]()} · <span className="tabular-nums whitespace-nowrap">{shownCode}</span>
      </p>
      <div
        role="status"
        className={`mt-2 flex gap-4 rounded border-l-4 p-5 ${isValid ? "border-verified bg-surface" : "border-pomegranate bg-pomegranate-wash"}`}
      >
        <Icon name={isValid ? "check" : "warning"} className="mt-1 size-8 shrink-0" />
        <div>
          <h1 className="text-3xl">{PASSPORT_STATE_NAMES[state]()}</h1>
          <p className="mt-1 text-lg">{passportStateText(passport)}</p>
          {said ? <p className="mt-1 text-sm text-muted">{said.ends}</p> : null}
        </div>
      </div>
      <Holder passport={passport} />
      {said ? <WhatWasChecked said={said} /> : null}
      <p className="mt-6 text-sm text-muted">{m["passports.guidance"]()}</p>
      <p className="mt-4">
        <Link to={paths.passports()} className={`${linkStyle} inline-flex min-h-11 items-center`}>
          {m["passports.check.another"]()}
        </Link>
      </p>
    </div>
  );
}

function Holder({ passport: { seller, market, issuedOn, validUntil, said } }: { passport: PublicPassport }) {
  const paths = usePaths();
  return (
    <dl className="mt-6 grid gap-x-8 gap-y-4 sm:grid-cols-2">
      <Fact label={m["passports.seller"]()}>
        {seller.slug ? (
          <Link to={paths.seller(seller.slug)} className={linkStyle}>
            {seller.name}
          </Link>
        ) : (
          seller.name
        )}
        <span className="text-muted"> · {seller.place}</span>
      </Fact>
      <Fact label={m["passports.market"]()}>{market}</Fact>
      <Fact label={m["passports.issued"]()}>{issuedOn}</Fact>
      <Fact label={m["passports.validUntil"]()}>{validUntil}</Fact>
      {said ? (
        <Fact label={m["passports.voen"]()}>
          {said.isVoenVerified ? m["passports.voen.yes"]() : m["passports.voen.no"]()}
        </Fact>
      ) : null}
      {said?.level ? (
        <Fact label={`${m["passports.level"]()} (${m["passports.levelAsOf"]({ day: issuedOn })})`}>
          <strong className="font-semibold">{said.level.label}</strong>
          <span className="block text-sm text-muted">{said.level.meaning}</span>
        </Fact>
      ) : null}
    </dl>
  );
}

function Fact({ label, children }: { label: string; children: React.ReactNode }) {
  return (
    <div>
      <dt className="text-sm text-muted">{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function WhatWasChecked({ said }: { said: NonNullable<PublicPassport["said"]> }) {
  return (
    <section aria-labelledby="checked-title" className="mt-8">
      <h2 id="checked-title" className="text-xl">
        {m["passports.checked"]()}
      </h2>
      <ul className="mt-3 divide-y divide-line rounded border border-line bg-surface px-4">
        {said.rules.map(({ id, text, by, asOf, sources }) => (
          <li key={id} className="py-3">
            <p className="font-medium">{text}</p>
            <p className="text-sm text-muted">{KNOWN_BY_NAMES[by]()}</p>
            <SourceLinks sources={sources} asOf={asOf} />
          </li>
        ))}
      </ul>
    </section>
  );
}
