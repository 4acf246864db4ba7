import type { MetaFunction } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { findPerson, invitationRefusalText, tokenInput } from "~/modules/accounts/index.server";
import { shopNames } from "~/modules/catalog/index.server";
import type { ShopState } from "~/modules/sellers";
import { acceptInvitation, findInvitedShop, stateOf, type Shop } from "~/modules/sellers/index.server";
import { m } from "~/paraglide/messages.js";
import { db } from "~/platform/db/db.server";
import { redirectWith } from "~/platform/http/cookies.server";
import { invalid, newFormKey, parseForm } from "~/platform/http/form.server";
import { forBuyer, forVisitor } from "~/platform/http/openers.server";
import { SHOP_ROLE_NAMES } from "~/ui/accounts/role-names";
import { EntryCard } from "~/ui/accounts/entry-card";
import { FormShell, SubmitButton } from "~/ui/forms/form-shell";
import { usePageForm } from "~/ui/forms/page-form";
import { privateMeta } from "~/ui/layouts/page-meta";
import { useAllPaths } from "~/ui/layouts/all-paths";
import { buttonStyle, linkStyle } from "~/ui/primitives/button";
import { Notice } from "~/ui/primitives/notice";
import { ShopSheet } from "~/ui/staff/shop-sheet";

export const meta: MetaFunction = () => privateMeta(m["sellers.team.accept.title"]());

/** What buyers will see: numbers and accounts are not for a link that somebody may have passed on. */
const SHOWN = ["making", "name", "place", "contacts", "tagline", "story", "translations"] as const;

function shownState(shop: Shop): ShopState {
  const { offering, categoryIds, placeId, texts, phone, email } = stateOf(shop);
  return { offering, categoryIds, placeId, texts, phone, email };
}

const STATES = { accepted: "link-used", revoked: "link-revoked", expired: "link-expired" } as const;

/** Opening the link shows a button: programs that look through mail and SMS open links, and must not join anything. */
export const loader = forVisitor(async ({ buyer, url, lang }) => {
  const token = url.searchParams.get("token") ?? "";
  const invited = await findInvitedShop(db, token);
  const person = buyer && (await findPerson(db, buyer.userId));
  if (!invited) return { problem: invitationRefusalText["link-wrong"](), invited: undefined, me: person?.name };
  const { state, role, shop, phone } = invited;
  if (state !== "open")
    return { problem: invitationRefusalText[STATES[state]](), invited: undefined, me: person?.name };
  const isForMaker = role === "owner";
  return {
    problem: undefined,
    me: person && (person.name || (person.email ?? person.phone ?? "")),
    invited: {
      formKey: newFormKey(),
      token,
      role,
      shop: shop.name,
      // A colleague sees the shop when she is in; its maker sees first what was written in her name.
      sheet: isForMaker ? { state: shownState(shop), ...(await shopNames(db, shop, lang)) } : undefined,
      lastDigits: phone?.slice(-2),
      isOtherPhone: isForMaker && person !== undefined && person.phone !== phone,
    },
  };
});

export const action = forBuyer(async ({ buyer, request, paths }) => {
  const form = await parseForm(request, tokenInput);
  if (!form.ok) return invalid(form, invitationRefusalText["link-wrong"]());

  const joined = await acceptInvitation(db, buyer, form.key, form.value);
  if (!joined.ok) return invalid(form, invitationRefusalText[joined.refusal]());

  return redirectWith(paths.workspace());
});

export default function InvitationPage() {
  const { problem, invited, me } = useLoaderData<typeof loader>();
  const paths = useAllPaths();
  const { form } = usePageForm<never>("invitation", useActionData<typeof action>());
  if (!invited) {
    return (
      <EntryCard title={m["sellers.team.accept.title"]()}>
        <Notice tone="warning">{form.errors?.[0] ?? problem}</Notice>
        <p className="mt-4">
          <Link to={me === undefined ? paths.home() : paths.workspace()} className={linkStyle}>
            {me === undefined ? m["site.toCatalogue"]() : m["sellers.workspace.title"]()}
          </Link>
        </p>
      </EntryCard>
    );
  }
  const { formKey, token, role, shop, sheet, lastDigits, isOtherPhone } = invited;
  const next = paths.invitation({ token });
  return (
    <EntryCard
      title={sheet ? m["sellers.handover.accept.title"]({ shop }) : m["sellers.team.accept.heading"]({ shop })}
      lead={
        sheet ? m["sellers.handover.accept.lead"]() : m["sellers.team.accept.lead"]({ role: SHOP_ROLE_NAMES[role]() })
      }
    >
      {sheet ? <ShopSheet shop={sheet} iban={undefined} fields={SHOWN} /> : null}
      <div className="mt-6 flex flex-col gap-4 first:mt-0">
        {me === undefined || isOtherPhone ? (
          <>
            <p>
              {sheet
                ? m["sellers.handover.accept.byPhone"]({ digits: lastDigits ?? "" })
                : m["sellers.team.accept.signIn"]()}
            </p>
            <Link to={paths.loginByPhone({ next })} className={buttonStyle.primary}>
              {m["sellers.team.accept.phone"]()}
            </Link>
            {sheet ? null : (
              <Link to={paths.login({ next })} className={buttonStyle.secondary}>
                {m["sellers.team.accept.email"]()}
              </Link>
            )}
          </>
        ) : (
          <FormShell form={form} formKey={formKey}>
            <input type="hidden" name="token" value={token} />
            <p className="text-muted">{m["sellers.team.accept.as"]({ name: me })}</p>
            <SubmitButton>
              {sheet ? m["sellers.handover.accept.submit"]() : m["sellers.team.accept.submit"]()}
            </SubmitButton>
          </FormShell>
        )}
      </div>
    </EntryCard>
  );
}
