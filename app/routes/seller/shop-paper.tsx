import type { MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { bringPaper, findShop, findSteps, paperInput, paperRefusalText } from "~/modules/sellers/index.server";
import { m } from "~/paraglide/messages.js";
import { db } from "~/platform/db/db.server";
import { files } from "~/platform/files/files.server";
import { orNotFound } from "~/platform/http/answers.server";
import { redirectWith } from "~/platform/http/cookies.server";
import { invalid, newFormKey, parseForm } from "~/platform/http/form.server";
import { forSeller } from "~/platform/http/openers.server";
import { dateFormat } from "~/platform/i18n/formatters";
import { ACCEPTED_PAPERS } from "~/platform/private-files/accepted-papers";
import { LARGEST_PAPER_FORM_BYTES } from "~/platform/private-files/look-at-paper.server";
import { FileField } from "~/ui/forms/fields";
import { FormShell, SubmitButton } from "~/ui/forms/form-shell";
import { usePageForm } from "~/ui/forms/page-form";
import { privateMeta } from "~/ui/layouts/page-meta";
import { useAllPaths } from "~/ui/layouts/all-paths";
import { afterStep } from "~/ui/workspace/after-step";
import { PaperList } from "~/ui/workspace/paper-list";
import { STEP_NAMES } from "~/ui/workspace/shop-labels";
import { ShopStepFrame } from "~/ui/workspace/shop-step-frame";

export const meta: MetaFunction = () => privateMeta(m["sellers.step.paper"]());

export const loader = forSeller("manager", async ({ seller, lang }) => {
  const shop = orNotFound(await findShop(db, seller.sellerId));
  const moment = dateFormat(lang, { dateStyle: "medium", timeStyle: "short", timeZone: "Asia/Baku" });
  return {
    formKey: newFormKey(),
    steps: await findSteps(db, shop, seller.role),
    papers: shop.papers.map(({ paperId, name, storedAt }) => ({ paperId, name, stored: moment.format(storedAt) })),
  };
});

export const action = forSeller("manager", async ({ seller, request, paths }) => {
  const form = await parseForm(request, paperInput, { most: LARGEST_PAPER_FORM_BYTES });
  if (!form.ok) return invalid(form);
  const { paper } = form.value;

  const content = Buffer.from(await paper.arrayBuffer());
  const brought = await bringPaper(db, files(), seller, form.key, { name: paper.name, content });
  if (!brought.ok) return invalid(form, undefined, { paper: paperRefusalText[brought.refusal]() });

  return redirectWith(afterStep(paths, "paper", brought.value.status, seller.role));
});

export default function ShopPaperPage() {
  const { formKey, steps, papers } = useLoaderData<typeof loader>();
  const { form, fields } = usePageForm<"paper">(`paper-${steps.version}`, useActionData<typeof action>());
  const paths = useAllPaths();
  return (
    <ShopStepFrame title={STEP_NAMES.paper()} current="paper" steps={steps}>
      <PaperList papers={papers} hrefOf={paths.shopPaper} />
      <FormShell form={form} formKey={formKey} encType="multipart/form-data">
        <FileField
          meta={fields.paper}
          label={papers.length > 0 ? m["sellers.paper.newer"]() : m["sellers.paper.field"]()}
          hint={m["sellers.paper.hint"]()}
          accept={ACCEPTED_PAPERS}
        />
        <SubmitButton>{m["sellers.paper.submit"]()}</SubmitButton>
      </FormShell>
      <p className="mt-6 text-sm text-muted">{m["sellers.paper.whoSees"]()}</p>
    </ShopStepFrame>
  );
}
