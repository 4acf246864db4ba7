import type { MetaFunction } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { bankOf, groupedIban } from "~/modules/sellers";
import { bankInput, bankRefusalText, findShop, findSteps, saveBank } from "~/modules/sellers/index.server";
import { m } from "~/paraglide/messages.js";
import { db } from "~/platform/db/db.server";
import { orNotFound } from "~/platform/http/answers.server";
import { redirectWith } from "~/platform/http/cookies.server";
import { invalid, newFormKey, parseForm } from "~/platform/http/form.server";
import { forSeller } from "~/platform/http/openers.server";
import { TextField } from "~/ui/forms/fields";
import { FormShell } from "~/ui/forms/form-shell";
import { usePageForm } from "~/ui/forms/page-form";
import { privateMeta } from "~/ui/layouts/page-meta";
import { useAllPaths } from "~/ui/layouts/all-paths";
import { linkStyle } from "~/ui/primitives/button";
import { afterStep } from "~/ui/workspace/after-step";
import { SaveStep } from "~/ui/workspace/save-step";
import { STEP_NAMES } from "~/ui/workspace/shop-labels";
import { ShopStepFrame } from "~/ui/workspace/shop-step-frame";

export const meta: MetaFunction = () => privateMeta(m["sellers.step.bank"]());

export const loader = forSeller("manager", async ({ seller }) => {
  const shop = orNotFound(await findShop(db, seller.sellerId));
  return {
    formKey: newFormKey(),
    steps: await findSteps(db, shop, seller.role),
    stored: { iban: shop.iban === undefined ? undefined : groupedIban(shop.iban) },
    bank: shop.iban === undefined ? undefined : bankOf(shop.iban),
  };
});

export const action = forSeller("manager", async ({ seller, request, paths }) => {
  const form = await parseForm(request, bankInput);
  if (!form.ok) return invalid(form);
  const { version, iban, code } = form.value;

  const saved = await saveBank(db, seller, form.key, { version, iban, code });
  if (!saved.ok) return invalid(form, bankRefusalText[saved.refusal]());

  return redirectWith(afterStep(paths, "bank", saved.value.status, seller.role));
});

export default function ShopBankPage() {
  const { formKey, steps, stored, bank } = useLoaderData<typeof loader>();
  const paths = useAllPaths();
  const { form, fields } = usePageForm<"iban" | "code">(
    `bank-${steps.version}`,
    useActionData<typeof action>(),
    stored,
  );
  return (
    <ShopStepFrame title={STEP_NAMES.bank()} current="bank" steps={steps}>
      <FormShell form={form} formKey={formKey}>
        <input type="hidden" name="version" value={steps.version} />
        <TextField
          meta={fields.iban}
          label={m["sellers.bank.iban"]()}
          hint={m["sellers.bank.hint"]()}
          autoComplete="off"
        />
        {bank ? <p className="-mt-3 text-sm text-muted">{m["sellers.bank.name"]({ bank })}</p> : null}
        {stored.iban === undefined ? null : (
          <TextField
            meta={fields.code}
            label={m["sellers.bank.code"]()}
            hint={
              <>
                {m["sellers.bank.codeHint"]()}{" "}
                <Link to={paths.secondFactor()} className={linkStyle}>
                  {m["sellers.bank.setUp"]()}
                </Link>
              </>
            }
            autoComplete="one-time-code"
            inputMode="numeric"
          />
        )}
        <SaveStep status={steps.status} />
      </FormShell>
      <p className="mt-6 text-sm text-muted">{m["sellers.bank.whoSees"]()}</p>
    </ShopStepFrame>
  );
}
