import type { MetaFunction } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { fileRefusalText, fileReport, findReportable, reportInput } from "~/modules/catalog/index.server";
import { m } from "~/paraglide/messages.js";
import { db } from "~/platform/db/db.server";
import { orNotFound } from "~/platform/http/answers.server";
import { redirectWith } from "~/platform/http/cookies.server";
import { invalid, newFormKey, parseForm } from "~/platform/http/form.server";
import { forVisitor } from "~/platform/http/openers.server";
import { ReportFields } from "~/ui/catalog/report-fields";
import { FormShell, SubmitButton } from "~/ui/forms/form-shell";
import { usePageForm } from "~/ui/forms/page-form";
import { privateMeta } from "~/ui/layouts/page-meta";
import { usePaths } from "~/ui/layouts/site";
import { linkStyle } from "~/ui/primitives/button";
import { Notice } from "~/ui/primitives/notice";

export const meta: MetaFunction = () => privateMeta(m["reviews.report.title"]());

export const loader = forVisitor(async ({ buyer, params, lang, url }) => {
  const slug = params.slug ?? "";
  const listing = orNotFound(await findReportable(db, slug, lang));
  return {
    formKey: newFormKey(),
    slug,
    title: listing.title,
    isKnown: buyer !== undefined,
    isSent: url.searchParams.has("sent"),
  };
});

export const action = forVisitor(async ({ buyer, params, request, lang, paths, visit }) => {
  const slug = params.slug ?? "";
  const form = await parseForm(request, reportInput);
  if (!form.ok) return invalid(form);
  const { website, reason, words, email } = form.value;
  const sent = redirectWith(paths.reportListing(slug, { sent: "1" }));
  if (website !== undefined) return sent;

  const { listingId } = orNotFound(await findReportable(db, slug, lang));
  const from = { buyer, clientAddress: visit.clientAddress };
  const filed = await fileReport(db, from, form.key, { listingId, reason, words, email, locale: lang });
  if (!filed.ok) return invalid(form, fileRefusalText[filed.refusal]());

  return sent;
});

export default function ReportListingPage() {
  const { formKey, slug, title, isKnown, isSent } = useLoaderData<typeof loader>();
  const paths = usePaths();
  const { form, fields } = usePageForm<"reason" | "words" | "email">("report", useActionData<typeof action>());
  return (
    <div className="mx-auto max-w-2xl py-8">
      <h1 className="text-2xl">{m["reviews.report.title"]()}</h1>
      <p className="mt-2">
        <Link to={paths.listing(slug)} className={linkStyle}>
          {title}
        </Link>
      </p>
      {isSent ? (
        <div className="mt-6">
          <Notice tone="info" icon="check">
            <p className="font-semibold">{m["reviews.report.sent"]()}</p>
            <p className="mt-1">{m["reviews.report.sentText"]()}</p>
          </Notice>
        </div>
      ) : (
        <>
          <p className="mt-4 text-muted">{m["reviews.report.lead"]()}</p>
          <div className="mt-6">
            <FormShell form={form} formKey={formKey}>
              <ReportFields fields={fields} isKnown={isKnown} />
              <div>
                <SubmitButton>{m["reviews.report.submit"]()}</SubmitButton>
              </div>
            </FormShell>
          </div>
        </>
      )}
    </div>
  );
}
