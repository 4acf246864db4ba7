import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { readerFor } from "~/modules/catalog/index.server";
import { catalogueRefusalText, openCatalogue, orderCatalogue } from "~/modules/publications/index.server";
import { m } from "~/paraglide/messages.js";
import { db } from "~/platform/db/db.server";
import { env } from "~/platform/env.server";
import { orNotFound } from "~/platform/http/answers.server";
import { redirectWith } from "~/platform/http/cookies.server";
import { forBuyer } from "~/platform/http/openers.server";
import { AccountFrame } from "~/ui/accounts/account-frame";
import { privateMeta } from "~/ui/layouts/page-meta";
import { usePaths } from "~/ui/layouts/site";
import { CATALOGUE_NEWS, CataloguePart } from "~/ui/publications/catalogue-view";

export const meta: MetaFunction = () => privateMeta(m["publications.page.own"]());

const SAVED = { kind: "saved" } as const;

export const loader = forBuyer(async ({ buyer: { userId }, url }) => {
  const reader = await readerFor(db, url);
  const page = await openCatalogue(db, { of: { ...SAVED, userId }, reader, origin: env.SITE_URL });
  const news = CATALOGUE_NEWS.find((refusal) => refusal === url.searchParams.get("news"));
  return { page: orNotFound(page), refusal: news && catalogueRefusalText[news]() };
});

export const action = forBuyer(async ({ buyer: { userId }, url, paths, visit }) => {
  const reader = await readerFor(db, url);
  const question = { of: { ...SAVED, userId }, reader, origin: env.SITE_URL };
  const ordered = await orderCatalogue(db, question, visit.clientAddress);
  return redirectWith(paths.catalogue(SAVED, undefined, ordered.ok ? {} : { news: ordered.refusal }));
});

export default function SavedCataloguePage() {
  const { page, refusal } = useLoaderData<typeof loader>();
  const back = { to: usePaths().saved(), label: m["accounts.kept.title"]() };
  return (
    <AccountFrame title={m["publications.page.own"]()}>
      <CataloguePart {...page} address={SAVED} refusal={refusal} back={back} />
    </AccountFrame>
  );
}
