import { data, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { readerFor } from "~/modules/catalog/index.server";
import { findPerson, findProfile } from "~/modules/accounts/index.server";
import { LARGEST_MESSAGE_FORM_BYTES } from "~/modules/inquiries";
import { askChoices, openAskPage, postAsk, shownAt, sourceOf } from "~/modules/inquiries/index.server";
import { m } from "~/paraglide/messages.js";
import { clock } from "~/platform/clock.server";
import { db } from "~/platform/db/db.server";
import { files } from "~/platform/files/files.server";
import { orNotFound } from "~/platform/http/answers.server";
import { redirectWith } from "~/platform/http/cookies.server";
import { newFormKey, readForm } from "~/platform/http/form.server";
import { forVisitor } from "~/platform/http/openers.server";
import { AskForm } from "~/ui/inquiries/ask-form";
import { privateMeta } from "~/ui/layouts/page-meta";

export const meta: MetaFunction<typeof loader> = ({ data: page }) =>
  privateMeta(page?.kind === "sample" ? m["inquiries.ask.titleSample"]() : m["inquiries.ask.title"]());

export const loader = forVisitor(async ({ buyer, url }) => {
  const reader = await readerFor(db, url);
  const [page, choices, person, profile] = await Promise.all([
    openAskPage(db, { url, reader }),
    askChoices(db, reader),
    buyer && findPerson(db, buyer.userId),
    buyer && findProfile(db, buyer.userId),
  ]);
  return {
    page: orNotFound(page),
    kind: url.searchParams.get("kind") === "sample" ? ("sample" as const) : ("question" as const),
    formKey: newFormKey(),
    shown: shownAt(clock()),
    choices,
    destination: reader.destination,
    neededBy: url.searchParams.get("by") ?? undefined,
    ...sourceOf(url),
    name: person?.name,
    company: profile?.companyName,
    here: `${url.pathname}${url.search}`,
  };
});

export const action = forVisitor(async ({ buyer, request, url, paths, visit }) => {
  const posted = await readForm(request, LARGEST_MESSAGE_FORM_BYTES);
  const reader = await readerFor(db, url);
  const from = { buyer, clientAddress: visit.clientAddress, reader };
  const came = await postAsk(db, files(), from, posted);
  if (came.kind === "again") return data(came.answer, { status: came.isRefused ? 422 : 200 });
  if (came.kind === "sent" && came.asked.isConfirmed) {
    return redirectWith(paths.inquiry(came.asked.inquiryId, { news: "sent" }));
  }
  return redirectWith(paths.inquirySent());
});

export default function NewInquiryPage() {
  const loaded = useLoaderData<typeof loader>();
  const last = useActionData<typeof action>();
  return <AskForm loaded={loaded} last={last} />;
}
