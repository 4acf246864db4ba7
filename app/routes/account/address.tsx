import type { MetaFunction } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { addressInput, addressRefusalText, findAddress, saveAddress } from "~/modules/accounts/index.server";
import { m } from "~/paraglide/messages.js";
import { db } from "~/platform/db/db.server";
import { uuidParam } from "~/platform/http/address-parts.server";
import { orNotFound } from "~/platform/http/answers.server";
import { redirectWith } from "~/platform/http/cookies.server";
import { invalid, newFormKey, parseForm } from "~/platform/http/form.server";
import { forBuyer } from "~/platform/http/openers.server";
import { countryOptions } from "~/platform/i18n/countries";
import { AccountFrame } from "~/ui/accounts/account-frame";
import { AddressFields, type AddressField } from "~/ui/accounts/address-fields";
import { FormShell, SubmitButton } from "~/ui/forms/form-shell";
import { usePageForm } from "~/ui/forms/page-form";
import { privateMeta } from "~/ui/layouts/page-meta";
import { useAllPaths } from "~/ui/layouts/all-paths";
import { linkStyle } from "~/ui/primitives/button";

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  privateMeta(data?.address ? m["accounts.address.title"]() : m["accounts.addresses.add"]());

/** `new` stands for an address that is not there yet. */
const idOf = (params: Record<string, string | undefined>) =>
  params.id === "new" ? undefined : uuidParam(params, "id");

export const loader = forBuyer(async ({ buyer, params, lang }) => {
  const addressId = idOf(params);
  const address = addressId === undefined ? undefined : orNotFound(await findAddress(db, buyer.userId, addressId));
  return { formKey: newFormKey(), address, countries: countryOptions(lang) };
});

export const action = forBuyer(async ({ buyer, params, request, paths }) => {
  const addressId = idOf(params);
  const form = await parseForm(request, addressInput);
  if (!form.ok) return invalid(form);

  const { isDefault, ...address } = form.value;
  const saved = await saveAddress(db, buyer, form.key, { ...address, addressId, isDefault: isDefault === "on" });
  if (!saved.ok) return invalid(form, addressRefusalText[saved.refusal]());

  return redirectWith(paths.addresses());
});

export default function AddressPage() {
  const { formKey, address, countries } = useLoaderData<typeof loader>();
  const paths = useAllPaths();
  const { addressId = "new", isDefault = false, ...values } = address ?? {};
  const { form, fields } = usePageForm<AddressField>(`address-${addressId}`, useActionData<typeof action>(), {
    ...values,
    isDefault: isDefault ? "on" : undefined,
  });
  return (
    <AccountFrame title={address ? m["accounts.address.title"]() : m["accounts.addresses.add"]()}>
      <FormShell form={form} formKey={formKey}>
        <AddressFields fields={fields} countries={countries} />
        <div className="flex flex-wrap items-center gap-4">
          <SubmitButton>{m["accounts.save"]()}</SubmitButton>
          <Link to={paths.addresses()} className={linkStyle}>
            {m["accounts.cancel"]()}
          </Link>
        </div>
      </FormShell>
    </AccountFrame>
  );
}
