import type { MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { findWork, removeWork, saveWork, workInput, workRefusalText } from "~/modules/sellers/index.server";
import { m } from "~/paraglide/messages.js";
import { db } from "~/platform/db/db.server";
import { uuidParam } from "~/platform/http/address-parts.server";
import { orNotFound } from "~/platform/http/answers.server";
import { redirectWith } from "~/platform/http/cookies.server";
import { invalid, keyOfForm, newFormKey, parsePosted, readForm } from "~/platform/http/form.server";
import { forSeller } from "~/platform/http/openers.server";
import { PressForm } from "~/ui/forms/press-form";
import { privateMeta } from "~/ui/layouts/page-meta";
import { useAllPaths } from "~/ui/layouts/all-paths";
import { WorkForm } from "~/ui/workspace/work-form";
import { AskFirst } from "~/ui/workspace/ask-first";
import { WorkspaceFrame } from "~/ui/workspace/workspace-frame";

export const meta: MetaFunction = () => privateMeta(m["portfolio.title"]());

export const loader = forSeller("editor", async ({ seller: { sellerId }, params }) => {
  const { workId, version, year, url, texts } = orNotFound(
    await findWork(db, { sellerId, workId: uuidParam(params, "id") }),
  );
  return {
    formKey: newFormKey(),
    removeKey: newFormKey(),
    workId,
    version,
    name: texts.az?.title ?? "",
    stored: {
      year: String(year),
      url,
      ...texts.az,
      titleEn: texts.en?.title,
      roleEn: texts.en?.role,
      clientEn: texts.en?.client,
      titleRu: texts.ru?.title,
      roleRu: texts.ru?.role,
      clientRu: texts.ru?.client,
    },
  };
});

export const action = forSeller("editor", async ({ seller, params, request, paths }) => {
  const workId = uuidParam(params, "id");
  const posted = await readForm(request);
  if (posted.has("remove")) {
    await removeWork(db, seller, keyOfForm(posted), workId);
    return redirectWith(paths.portfolio({ news: "removed" }));
  }
  const form = parsePosted(posted, workInput);
  if (!form.ok) return invalid(form);
  const saved = await saveWork(db, seller, form.key, { workId, form: form.value });
  if (!saved.ok) return invalid(form, workRefusalText[saved.refusal]());
  return redirectWith(paths.portfolio({ news: "saved" }));
});

export default function PortfolioWorkPage() {
  const { formKey, removeKey, workId, version, name, stored } = useLoaderData<typeof loader>();
  const last = useActionData<typeof action>();
  const paths = useAllPaths();
  return (
    <WorkspaceFrame title={name}>
      <WorkForm formKey={formKey} version={version} stored={stored} last={last} />
      <div className="mt-6 border-t border-line pt-4">
        <AskFirst label={m["portfolio.remove"]()} ofWhat={name} question={m["portfolio.removeAsk"]()}>
          <PressForm action={paths.portfolioWork(workId)} formKey={removeKey} fields={{ remove: 1 }} look="secondary">
            {m["portfolio.removeYes"]()}
          </PressForm>
        </AskFirst>
      </div>
    </WorkspaceFrame>
  );
}
