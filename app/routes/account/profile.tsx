import type { MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { findProfile, profileInput, saveProfile } from "~/modules/accounts/index.server";
import { countryName, referenceBook } from "~/modules/catalog/index.server";
import { m } from "~/paraglide/messages.js";
import { db } from "~/platform/db/db.server";
import { orNotFound } from "~/platform/http/answers.server";
import { redirectWith } from "~/platform/http/cookies.server";
import { forBuyer } from "~/platform/http/openers.server";
import { countryOptions } from "~/platform/i18n/countries";
import { rememberChoice } from "~/platform/http/first-visit.server";
import { invalid, newFormKey, parseForm } from "~/platform/http/form.server";
import { safeReturnPath } from "~/platform/http/return-path.server";
import { pathsFor } from "~/platform/http/paths";
import { choiceInAddress, READER_CURRENCIES } from "~/platform/i18n/reader";
import { AccountFrame } from "~/ui/accounts/account-frame";
import { ProfileFields } from "~/ui/accounts/profile-fields";
import { HiddenField } from "~/ui/forms/fields";
import { FormShell, SubmitButton } from "~/ui/forms/form-shell";
import { usePageForm } from "~/ui/forms/page-form";
import { privateMeta } from "~/ui/layouts/page-meta";
import { DoneNotice } from "~/ui/primitives/notice";

export const meta: MetaFunction = () => privateMeta(m["accounts.profile.title"]());

export const loader = forBuyer(async ({ buyer, url, lang }) => {
  const [profile, { destinations }] = await Promise.all([findProfile(db, buyer.userId), referenceBook(db)]);
  return {
    formKey: newFormKey(),
    profile: orNotFound(profile),
    isWelcome: url.searchParams.has("welcome"),
    isSaved: url.searchParams.has("saved"),
    next: safeReturnPath(url.searchParams.get("next")),
    destinations: [...destinations.keys()].map((country) => ({ value: country, label: countryName(country, lang) })),
    countries: countryOptions(lang),
    currencies: READER_CURRENCIES.map((currency) => ({ value: currency, label: currency })),
  };
});

export const action = forBuyer(async ({ buyer, request, lang }) => {
  const form = await parseForm(request, profileInput);
  if (!form.ok) return invalid(form);
  const { next, ...said } = form.value;

  const saved = await saveProfile(db, buyer, form.key, said);
  if (!saved.ok) return invalid(form, m["accounts.refusal.changedElsewhere"]());

  const choice = { lang: said.locale, ...choiceInAddress(said.locale, said) };
  const own = pathsFor(choice);
  const goOn = said.locale === lang ? safeReturnPath(next ?? null) : undefined;
  return redirectWith(goOn ?? own.profile({ saved: "1" }), rememberChoice(choice));
});

export default function ProfilePage() {
  const { formKey, profile, isWelcome, isSaved, next, ...options } = useLoaderData<typeof loader>();
  const { version, ...said } = profile;
  const { form, fields } = usePageForm<keyof typeof said>(`profile-${version}`, useActionData<typeof action>(), said);
  return (
    <AccountFrame
      title={isWelcome ? m["accounts.profile.welcome"]() : m["accounts.profile.title"]()}
      lead={isWelcome ? m["accounts.profile.welcomeLead"]() : m["accounts.profile.lead"]()}
    >
      {isSaved ? <DoneNotice>{m["accounts.saved"]()}</DoneNotice> : null}
      <FormShell form={form} formKey={formKey}>
        <HiddenField name="next" value={next} />
        <input type="hidden" name="version" value={version} />
        <ProfileFields fields={fields} {...options} />
        <SubmitButton>{m["accounts.save"]()}</SubmitButton>
      </FormShell>
    </AccountFrame>
  );
}
