import type { MetaFunction } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import {
  collectionRefusalText,
  collectionTextInput,
  findDeskCollection,
  saveCollectionText,
} from "~/modules/curation/index.server";
import { m } from "~/paraglide/messages.js";
import { db } from "~/platform/db/db.server";
import { uuidParam } from "~/platform/http/address-parts.server";
import { orNotFound } from "~/platform/http/answers.server";
import { redirectWith } from "~/platform/http/cookies.server";
import { invalid, newFormKey, parseForm } from "~/platform/http/form.server";
import { forStaff } from "~/platform/http/openers.server";
import { isLocale } from "~/platform/i18n/locales";
import { TextAreaField, TextField } from "~/ui/forms/fields";
import { FormShell, SubmitButton } from "~/ui/forms/form-shell";
import { usePageForm } from "~/ui/forms/page-form";
import { LANGUAGE_NAMES } from "~/ui/layouts/language-names";
import { privateMeta } from "~/ui/layouts/page-meta";
import { useAllPaths } from "~/ui/layouts/all-paths";
import { linkStyle } from "~/ui/primitives/button";
import { Notice } from "~/ui/primitives/notice";
import { StaffFrame } from "~/ui/staff/staff-frame";

export const meta: MetaFunction = () => privateMeta(m["curation.collection.texts"]());

export const loader = forStaff("curator", async ({ staff, params, url, lang }) => {
  const asked = url.searchParams.get("text") ?? undefined;
  const locale = orNotFound(isLocale(asked) ? asked : undefined);
  const key = { collectionId: uuidParam(params, "id"), locale: lang };
  const { collectionId, slug, version, texts } = orNotFound(await findDeskCollection(db, key));
  return {
    role: staff.role,
    formKey: newFormKey(),
    collectionId,
    version,
    locale,
    text: texts.find((text) => text.locale === locale),
    name: texts.find((one) => one.locale === lang)?.title ?? texts[0]?.title ?? slug,
    original: locale === "az" ? undefined : texts.find((text) => text.locale === "az"),
  };
});

export const action = forStaff("curator", async ({ staff, params, request, paths }) => {
  const collectionId = uuidParam(params, "id");
  const form = await parseForm(request, collectionTextInput);
  if (!form.ok) return invalid(form);

  const saved = await saveCollectionText(db, staff, form.key, { collectionId, ...form.value });
  if (!saved.ok) return invalid(form, collectionRefusalText[saved.refusal]());

  return redirectWith(paths.deskCollection(collectionId));
});

export default function CollectionTextPage() {
  const { role, formKey, collectionId, version, locale, name, text, original } = useLoaderData<typeof loader>();
  const paths = useAllPaths();
  const { form, fields } = usePageForm<"title" | "introduction">(
    `text-${locale}-${version}`,
    useActionData<typeof action>(),
    { title: text?.title, introduction: text?.introduction },
  );
  return (
    <StaffFrame
      role={role}
      here="collections"
      isNarrow
      title={m["curation.collection.textIn"]({ title: name, language: LANGUAGE_NAMES[locale] })}
    >
      {text?.isOlder ? <Notice tone="warning">{m["curation.collection.olderText"]()}</Notice> : null}
      {original ? (
        <section lang="az" className="my-5 rounded border border-line bg-sunken p-4">
          <h2 className="text-lg">{original.title}</h2>
          <p className="mt-1 whitespace-pre-line">{original.introduction}</p>
        </section>
      ) : null}
      <FormShell form={form} formKey={formKey}>
        <input type="hidden" name="version" value={version} />
        <input type="hidden" name="locale" value={locale} />
        <TextField meta={fields.title} label={m["curation.field.title"]()} />
        <TextAreaField meta={fields.introduction} label={m["curation.field.introduction"]()} rows={6} />
        <div className="flex flex-wrap items-center gap-4">
          <SubmitButton>{m["accounts.save"]()}</SubmitButton>
          <Link to={paths.deskCollection(collectionId)} className={linkStyle}>
            {m["accounts.cancel"]()}
          </Link>
        </div>
      </FormShell>
    </StaffFrame>
  );
}
