import type { MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { findPerson } from "~/modules/accounts/index.server";
import { isStepDone } from "~/modules/sellers";
import {
  contactsInput,
  editRefusalText,
  findShop,
  findSteps,
  findShopInCare,
  saveContacts,
} from "~/modules/sellers/index.server";
import { m } from "~/paraglide/messages.js";
import { db } from "~/platform/db/db.server";
import { orNotFound } from "~/platform/http/answers.server";
import { redirectWith } from "~/platform/http/cookies.server";
import { invalid, newFormKey, parseForm } from "~/platform/http/form.server";
import { forSeller } from "~/platform/http/openers.server";
import type { SellerActor } from "~/platform/session/actors.server";
import { TextField } from "~/ui/forms/fields";
import { FormShell } from "~/ui/forms/form-shell";
import { usePageForm } from "~/ui/forms/page-form";
import { privateMeta } from "~/ui/layouts/page-meta";
import { afterStep } from "~/ui/workspace/after-step";
import { KeptNote } from "~/ui/workspace/kept-note";
import { STEP_NAMES } from "~/ui/workspace/shop-labels";
import { SaveStep } from "~/ui/workspace/save-step";
import { ShopStepFrame } from "~/ui/workspace/shop-step-frame";

export const meta: MetaFunction = () => privateMeta(m["sellers.step.contacts"]());

export const loader = forSeller("editor", async ({ seller }) => {
  const shop = orNotFound(await findShop(db, seller.sellerId));
  // Her own number and mailbox are offered; buyers see them only once she has saved them here.
  const suggested = isStepDone("contacts", shop) ? shop : await suggestContacts(seller);
  return {
    formKey: newFormKey(),
    steps: await findSteps(db, shop, seller.role),
    stored: { phone: suggested?.phone, email: suggested?.email },
  };
});

/** Those of whom the shop is, who is not the one of the Federation that fills it. */
async function suggestContacts({ userId, sellerId, isCaretaker }: SellerActor) {
  if (!isCaretaker) return findPerson(db, userId);
  const inCare = await findShopInCare(db, { sellerId, staffId: userId });
  return { phone: inCare?.phone, email: undefined };
}

export const action = forSeller("editor", async ({ seller, request, paths }) => {
  const form = await parseForm(request, contactsInput);
  if (!form.ok) return invalid(form);
  const { version, phone, email } = form.value;

  const saved = await saveContacts(db, seller, form.key, { version, phone, email });
  if (!saved.ok) return invalid(form, editRefusalText[saved.refusal]());

  return redirectWith(afterStep(paths, "contacts", saved.value.status, seller.role));
});

export default function ShopContactsPage() {
  const { formKey, steps, stored } = useLoaderData<typeof loader>();
  const { form, fields } = usePageForm<"phone" | "email">(
    `contacts-${steps.version}`,
    useActionData<typeof action>(),
    stored,
  );
  return (
    <ShopStepFrame title={STEP_NAMES.contacts()} current="contacts" steps={steps}>
      <p className="mb-6 text-muted">{m["sellers.contacts.lead"]()}</p>
      <FormShell form={form} formKey={formKey}>
        <input type="hidden" name="version" value={steps.version} />
        <TextField
          meta={fields.phone}
          label={m["sellers.contacts.phone"]()}
          hint={m["sellers.contacts.phoneHint"]()}
          type="tel"
          autoComplete="tel"
        />
        <TextField meta={fields.email} label={m["sellers.contacts.email"]()} type="email" autoComplete="email" />
        <KeptNote formId={form.id} base={`${steps.sellerId} ${steps.version}`} />
        <SaveStep status={steps.status} />
      </FormShell>
    </ShopStepFrame>
  );
}
