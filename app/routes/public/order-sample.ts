import { readerFor } from "~/modules/catalog/index.server";
import { findSampleListing, orderSample, sampleInput } from "~/modules/inquiries/index.server";
import { db } from "~/platform/db/db.server";
import { orNotFound } from "~/platform/http/answers.server";
import { redirectWith } from "~/platform/http/cookies.server";
import { parseForm } from "~/platform/http/form.server";
import { forVisitor } from "~/platform/http/openers.server";

/** One tap on a listing. Public pages look the same to everybody: a guest goes on to the form, where she says who she is. */
export const action = forVisitor(async ({ buyer, request, url, paths, visit }) => {
  const form = await parseForm(request, sampleInput);
  const asked = orNotFound(form.ok ? form.value : undefined);
  const listing = orNotFound(await findSampleListing(db, asked));
  const ask = paths.newInquiry({ listing: listing.slug, variant: listing.sku, kind: "sample" });
  if (!buyer) return redirectWith(ask);

  const from = { buyer, clientAddress: visit.clientAddress, reader: await readerFor(db, url) };
  const ordered = await orderSample(db, from, form.key, {
    ...listing,
    source: asked.source,
    sourceDetail: asked.sourceDetail,
  });
  return redirectWith(ordered.ok ? paths.inquiry(ordered.value.inquiryId, { news: "sent" }) : ask);
});
