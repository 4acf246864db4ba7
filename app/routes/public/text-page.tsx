import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import type { Merchant } from "~/modules/orders";
import { merchantPlace } from "~/modules/orders/index.server";
import { merchant } from "~/modules/payments/index.server";
import { m } from "~/paraglide/messages.js";
import { orNotFound } from "~/platform/http/answers.server";
import { forAnyone } from "~/platform/http/openers.server";
import { TEXT_PAGES, type TextPage } from "~/platform/http/public-paths";
import type { Locale } from "~/platform/i18n/locales";
import { pageMeta } from "~/ui/layouts/page-meta";
import { siteOf } from "~/ui/layouts/site";
import { textBlocks, TextBlocks } from "~/ui/layouts/text-blocks";
import { Notice } from "~/ui/primitives/notice";
import { OrnamentBand } from "~/ui/primitives/ornament";

type Words = { title: () => string; body: (lang: Locale) => string };

const WORDS: Readonly<Record<TextPage, Words>> = {
  about: { title: m["legal.about.title"], body: () => m["legal.about.body"]() },
  contact: { title: m["legal.contact.title"], body: () => m["legal.contact.body"]() },
  terms: { title: m["legal.terms.title"], body: (lang) => m["legal.terms.body"]({ merchant: whoSells(lang) }) },
  privacy: { title: m["legal.privacy.title"], body: () => m["legal.privacy.body"]() },
  shipping: { title: m["legal.shipping.title"], body: () => m["legal.shipping.body"]() },
  returns: { title: m["legal.returns.title"], body: (lang) => m["legal.returns.body"]({ merchant: addressee(lang) }) },
  complaints: { title: m["legal.complaints.title"], body: () => m["legal.complaints.body"]() },
};

export const meta: MetaFunction<typeof loader> = ({ data, matches, location }) => {
  if (!data) return [{ title: "Karvan" }];
  return pageMeta({
    origin: siteOf(matches).origin,
    pathname: location.pathname,
    title: data.title,
    description: data.blocks.find(({ kind }) => kind === "paragraph")?.text ?? data.title,
  });
};

export const loader = forAnyone({ cache: "public" }, ({ params, lang }) => {
  const page = orNotFound(TEXT_PAGES.find((name) => name === params.page));
  const words = WORDS[page];
  return Promise.resolve({ title: words.title(), blocks: textBlocks(words.body(lang)) });
});

export default function PageOfText() {
  const { title, blocks } = useLoaderData<typeof loader>();
  return (
    <article className="measure mx-auto py-12">
      <h1 className="text-3xl">{title}</h1>
      <OrnamentBand className="my-6 text-madder" />
      <Notice tone="warning">{m["site.draftNotice"]()}</Notice>
      <TextBlocks blocks={blocks} />
    </article>
  );
}

/** The merchant of record by this site's settings, as the terms name it. */
function whoSells(lang: Locale): string {
  const taker = merchant();
  if (!taker) return m["legal.terms.noMerchant"]();
  return m["legal.terms.merchant"]({ name: taker.name, place: contactsOf(taker, lang) });
}

/** With whom the contract is, and so to whom the form of withdrawal goes, with address and e-mail. Source: Directive 2011/83/EU, Annex I (B). */
function addressee(lang: Locale): string {
  const taker = merchant();
  if (!taker) return m["legal.returns.formToUnknown"]();
  return m["legal.returns.formTo"]({ name: taker.name, place: contactsOf(taker, lang) });
}

function contactsOf(taker: Merchant, lang: Locale): string {
  const place = merchantPlace(taker, lang);
  return taker.email === undefined ? place : `${place}, ${taker.email}`;
}
