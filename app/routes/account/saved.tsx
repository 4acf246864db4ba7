import type { MetaFunction } from "@remix-run/node";
import { Form, Link, useLoaderData } from "@remix-run/react";
import {
  listListingCards,
  listSavedListings,
  readerFor,
  SAVED_PAGE_SIZE,
  saveInput,
  saveListing,
} from "~/modules/catalog/index.server";
import { m } from "~/paraglide/messages.js";
import { dayInBaku } from "~/platform/calendar";
import { clock } from "~/platform/clock.server";
import { db } from "~/platform/db/db.server";
import { pageParam } from "~/platform/http/address-parts.server";
import { redirectWith } from "~/platform/http/cookies.server";
import { parseForm } from "~/platform/http/form.server";
import { forBuyer, forVisitor } from "~/platform/http/openers.server";
import { AccountFrame } from "~/ui/accounts/account-frame";
import { SavedGrid } from "~/ui/catalog/saved-grid";
import { privateMeta } from "~/ui/layouts/page-meta";
import { usePaths } from "~/ui/layouts/site";
import { buttonStyle } from "~/ui/primitives/button";
import { EmptyState } from "~/ui/primitives/empty-state";
import { Notice } from "~/ui/primitives/notice";
import { CatalogueLinks } from "~/ui/publications/catalogue-links";
import { Pagination } from "~/ui/primitives/pagination";

export const meta: MetaFunction = () => privateMeta(m["accounts.kept.title"]());

const NEWS = ["saved", "full", "gone"] as const;

export const loader = forBuyer(async ({ buyer, url }) => {
  const reader = await readerFor(db, url);
  const today = dayInBaku(clock());
  const page = pageParam(url);
  const { cards, total, hidden } = await listSavedListings(db, buyer.userId, reader, { page, today });
  // Somebody pressed "save" on a listing and had to sign in on the way.
  const asked = saveInput.safeParse({ listing: url.searchParams.get("add") });
  const [toSave] = asked.success ? await listListingCards(db, reader, [asked.data.listing], { today }) : [];
  return {
    cards,
    hidden,
    toSave,
    news: NEWS.find((name) => name === url.searchParams.get("news")),
    page,
    pageCount: Math.ceil(total / SAVED_PAGE_SIZE),
  };
});

/** Public pages look the same to everybody: who is not signed in comes back to this question afterwards. */
export const action = forVisitor(async ({ buyer, request, paths }) => {
  const form = await parseForm(request, saveInput);
  if (!form.ok) return redirectWith(paths.saved({ news: "gone" }));
  if (!buyer) return redirectWith(paths.login({ next: paths.saved({ add: form.value.listing }) }));

  const saved = await saveListing(db, buyer, form.value.listing);
  const news = saved.ok ? "saved" : saved.refusal === "too-many" ? "full" : "gone";
  return redirectWith(paths.saved({ news }));
});

export default function SavedPage() {
  const { cards, hidden, toSave, news, page, pageCount } = useLoaderData<typeof loader>();
  const paths = usePaths();
  return (
    <AccountFrame title={m["accounts.kept.title"]()} lead={m["accounts.kept.lead"]()} isWide>
      {news ? (
        <div className="mb-5">
          <Notice tone={news === "saved" ? "info" : "warning"} icon={news === "saved" ? "check" : "info"}>
            {{ saved: m["accounts.kept.done"], full: m["accounts.kept.full"], gone: m["accounts.kept.gone"] }[news]()}
          </Notice>
        </div>
      ) : null}
      {toSave ? (
        <Form
          method="post"
          action={paths.saved()}
          className="mb-8 flex flex-wrap items-center gap-4 rounded border border-line bg-surface p-5"
        >
          <input type="hidden" name="listing" value={toSave.listingId} />
          <p className="min-w-0 flex-1">{m["accounts.kept.ask"]({ title: toSave.title })}</p>
          <button type="submit" className={buttonStyle.primary}>
            {m["catalog.save"]()}
          </button>
        </Form>
      ) : null}
      {cards.length === 0 ? (
        <EmptyState title={m["accounts.kept.none"]()}>
          <p>{m["accounts.kept.noneText"]()}</p>
          <p className="mt-4">
            <Link to={paths.search()} className={buttonStyle.primary}>
              {m["site.toCatalogue"]()}
            </Link>
          </p>
        </EmptyState>
      ) : (
        <>
          <div className="mb-5">
            <CatalogueLinks address={{ kind: "saved" }} />
          </div>
          <SavedGrid cards={cards} />
          <Pagination page={page} pageCount={pageCount} hrefOf={(number) => paths.saved({ page: number })} />
        </>
      )}
      {hidden > 0 ? <p className="mt-6 text-sm text-muted">{m["accounts.kept.hidden"]({ count: hidden })}</p> : null}
    </AccountFrame>
  );
}
