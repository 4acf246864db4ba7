import type { MetaFunction } from "@remix-run/node";
import { Form, Link, useLoaderData } from "@remix-run/react";
import { MOST_ADDRESSES } from "~/modules/accounts";
import { listAddresses } from "~/modules/accounts/index.server";
import { m } from "~/paraglide/messages.js";
import { db } from "~/platform/db/db.server";
import { newFormKey } from "~/platform/http/form.server";
import { forBuyer } from "~/platform/http/openers.server";
import { displayName } from "~/platform/i18n/formatters";
import { AccountFrame } from "~/ui/accounts/account-frame";
import { privateMeta } from "~/ui/layouts/page-meta";
import { useAllPaths } from "~/ui/layouts/all-paths";
import { Badge } from "~/ui/primitives/badge";
import { buttonStyle, linkStyle } from "~/ui/primitives/button";
import { EmptyState } from "~/ui/primitives/empty-state";

export const meta: MetaFunction = () => privateMeta(m["accounts.addresses.title"]());

export const loader = forBuyer(async ({ buyer, lang }) => {
  const addresses = await listAddresses(db, buyer.userId);
  return {
    addresses: addresses.map((address) => ({
      ...address,
      removeKey: newFormKey(),
      lines: [
        address.company,
        address.line1,
        address.line2,
        [address.postalCode, address.city].filter(Boolean).join(" "),
        address.region,
        displayName("region", address.country, lang),
        address.phone,
      ].filter((line) => line !== undefined),
    })),
  };
});

export default function AddressesPage() {
  const { addresses } = useLoaderData<typeof loader>();
  const paths = useAllPaths();
  const add = (
    <Link to={paths.address("new")} className={buttonStyle.primary}>
      {m["accounts.addresses.add"]()}
    </Link>
  );
  return (
    <AccountFrame title={m["accounts.addresses.title"]()} lead={m["accounts.addresses.lead"]()}>
      {addresses.length === 0 ? (
        <EmptyState title={m["accounts.addresses.none"]()}>
          <p>{m["accounts.addresses.noneText"]()}</p>
          <p className="mt-4">{add}</p>
        </EmptyState>
      ) : (
        <>
          <ul className="grid gap-4 sm:grid-cols-2">
            {addresses.map(({ addressId, recipient, isDefault, lines, removeKey }) => (
              <li key={addressId} className="flex flex-col rounded border border-line bg-surface p-5">
                <p className="flex flex-wrap items-center gap-2 font-semibold">
                  {recipient} {isDefault ? <Badge tone="plain">{m["accounts.addresses.default"]()}</Badge> : null}
                </p>
                <address className="mt-1 flex-1 text-sm not-italic leading-relaxed text-muted">
                  {lines.map((line) => (
                    <span key={line} className="block break-words">
                      {line}
                    </span>
                  ))}
                </address>
                <div className="mt-3 flex items-center gap-4">
                  <Link to={paths.address(addressId)} className={linkStyle}>
                    {m["accounts.change"]()}
                    <span className="sr-only"> {recipient}</span>
                  </Link>
                  <Form method="post" action={paths.removeAddress(addressId)}>
                    <input type="hidden" name="formKey" value={removeKey} />
                    <button type="submit" className={buttonStyle.quiet}>
                      {m["accounts.remove"]()}
                      <span className="sr-only"> {recipient}</span>
                    </button>
                  </Form>
                </div>
              </li>
            ))}
          </ul>
          {addresses.length < MOST_ADDRESSES ? <p className="mt-6">{add}</p> : null}
        </>
      )}
    </AccountFrame>
  );
}
