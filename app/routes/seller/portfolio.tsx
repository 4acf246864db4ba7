import type { MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { isCountedWork } from "~/modules/sellers";
import { listWorks, saveWork, workInput, workRefusalText } from "~/modules/sellers/index.server";
import { m } from "~/paraglide/messages.js";
import { db } from "~/platform/db/db.server";
import { redirectWith } from "~/platform/http/cookies.server";
import { invalid, newFormKey, parseForm } from "~/platform/http/form.server";
import { forSeller } from "~/platform/http/openers.server";
import { privateMeta } from "~/ui/layouts/page-meta";
import { DoneNotice } from "~/ui/primitives/notice";
import { WorkForm } from "~/ui/workspace/work-form";
import { WorkList } from "~/ui/workspace/work-list";
import { WorkspaceFrame } from "~/ui/workspace/workspace-frame";

export const meta: MetaFunction = () => privateMeta(m["portfolio.title"]());

const NEWS_NAMES = ["saved", "removed"] as const;
const NEWS = { saved: m["portfolio.saved"], removed: m["portfolio.removed"] } as const;
/** Criterion OF-06 asks for so many. */
const WANTED = 3;

export const loader = forSeller("editor", async ({ seller, url, lang }) => {
  const works = await listWorks(db, seller.sellerId);
  const news = url.searchParams.get("news");
  return {
    formKey: newFormKey(),
    works: works.map((work) => {
      const text = work.texts[lang] ?? work.texts.az;
      return {
        workId: work.workId,
        year: work.year,
        title: text?.title ?? "",
        role: text?.role ?? "",
        client: text?.client,
        isCounted: isCountedWork(work),
        languages: Object.keys(work.texts).join(", "),
        keys: { up: newFormKey(), down: newFormKey() },
      };
    }),
    counted: Math.min(WANTED, works.filter(isCountedWork).length),
    news: NEWS_NAMES.find((name) => name === news),
  };
});

export const action = forSeller("editor", async ({ seller, request, paths }) => {
  const form = await parseForm(request, workInput);
  if (!form.ok) return invalid(form);
  const saved = await saveWork(db, seller, form.key, { workId: undefined, form: form.value });
  if (!saved.ok) return invalid(form, workRefusalText[saved.refusal]());
  return redirectWith(paths.portfolio({ news: "saved" }));
});

export default function PortfolioPage() {
  const { formKey, works, counted, news } = useLoaderData<typeof loader>();
  const last = useActionData<typeof action>();
  return (
    <WorkspaceFrame title={m["portfolio.title"]()} lead={m["portfolio.lead"]()}>
      {news ? <DoneNotice>{NEWS[news]()}</DoneNotice> : null}
      <p className="font-medium">{m["portfolio.counted"]({ count: counted, most: WANTED })}</p>
      {works.length === 0 ? <p className="text-muted">{m["portfolio.none"]()}</p> : <WorkList works={works} />}
      <h2 className="mt-8 mb-4 text-lg">{m["portfolio.new"]()}</h2>
      <WorkForm key={works.length} formKey={formKey} version={0} last={last} />
    </WorkspaceFrame>
  );
}
