import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { m } from "~/paraglide/messages.js";
import { forAnyone, orNotFound } from "~/platform/http/openers.server";
import { TEXT_PAGES, type TextPage } from "~/platform/http/paths";
import { pageMeta } from "~/ui/layouts/page-meta";
import { siteOf } from "~/ui/layouts/site";
import { Notice } from "~/ui/primitives/notice";
import { OrnamentBand } from "~/ui/primitives/ornament";

type Words = { title: () => string; body: () => string };

const WORDS: Readonly<Record<TextPage, Words>> = {
  about: { title: m["legal.about.title"], body: m["legal.about.body"] },
  contact: { title: m["legal.contact.title"], body: m["legal.contact.body"] },
  terms: { title: m["legal.terms.title"], body: m["legal.terms.body"] },
  privacy: { title: m["legal.privacy.title"], body: m["legal.privacy.body"] },
  shipping: { title: m["legal.shipping.title"], body: m["legal.shipping.body"] },
  returns: { title: m["legal.returns.title"], body: m["legal.returns.body"] },
  complaints: { title: m["legal.complaints.title"], body: m["legal.complaints.body"] },
};

export const meta: MetaFunction<typeof loader> = ({ data, matches, location }) => {
  if (!data) return [{ title: "Karvan" }];
  return pageMeta({
    origin: siteOf(matches).origin,
    pathname: location.pathname,
    title: data.title,
    description: data.paragraphs[0] ?? data.title,
  });
};

export const loader = forAnyone({ cache: "public" }, ({ params }) => {
  const page = orNotFound(TEXT_PAGES.find((name) => name === params.page));
  const words = WORDS[page];
  return Promise.resolve({ title: words.title(), paragraphs: words.body().split("\n\n") });
});

export default function PageOfText() {
  const { title, paragraphs } = useLoaderData<typeof loader>();
  return (
    <article className="measure mx-auto py-12">
      <h1 className="text-3xl">{title}</h1>
      <OrnamentBand className="my-6 text-madder" />
      <Notice tone="warning">{m["site.draftNotice"]()}</Notice>
      <div className="mt-6 space-y-4 text-lg">
        {paragraphs.map((paragraph) => (
          <p key={paragraph.slice(0, 40)}>{paragraph}</p>
        ))}
      </div>
    </article>
  );
}
