import type { MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import {
  findHandOver,
  findShopInCare,
  handOverInput,
  handOverRefusalText,
  sendHandOver,
} from "~/modules/sellers/index.server";
import { m } from "~/paraglide/messages.js";
import { db } from "~/platform/db/db.server";
import { uuidParam } from "~/platform/http/address-parts.server";
import { orNotFound } from "~/platform/http/answers.server";
import { redirectWith } from "~/platform/http/cookies.server";
import { invalid, newFormKey, parseForm } from "~/platform/http/form.server";
import { forStaff } from "~/platform/http/openers.server";
import { dateFormat } from "~/platform/i18n/formatters";
import { TextField } from "~/ui/forms/fields";
import { FormShell, SubmitButton } from "~/ui/forms/form-shell";
import { usePageForm } from "~/ui/forms/page-form";
import { privateMeta } from "~/ui/layouts/page-meta";
import { useAllPaths } from "~/ui/layouts/all-paths";
import { DoneNotice } from "~/ui/primitives/notice";
import { StaffFrame } from "~/ui/staff/staff-frame";

export const meta: MetaFunction = () => privateMeta(m["sellers.handover.send.title"]());

export const loader = forStaff("reviewer", async ({ staff, params, lang, url }) => {
  const key = { sellerId: uuidParam(params, "id"), staffId: staff.userId };
  const shop = orNotFound(await findShopInCare(db, key));
  const open = await findHandOver(db, shop.teamId);
  const day = dateFormat(lang, { dateStyle: "long", timeZone: "Asia/Baku" });
  return {
    role: staff.role,
    formKey: newFormKey(),
    sellerId: shop.sellerId,
    name: shop.name,
    phone: shop.phone,
    open: open && { contact: open.contact, until: day.format(open.expiresAt), isExpired: open.isExpired },
    isSent: url.searchParams.has("sent"),
  };
});

export const action = forStaff("reviewer", async ({ staff, params, request, paths }) => {
  const sellerId = uuidParam(params, "id");
  const form = await parseForm(request, handOverInput);
  if (!form.ok) return invalid(form);

  const sent = await sendHandOver(db, staff, form.key, { sellerId, phone: form.value.phone });
  if (!sent.ok) return invalid(form, handOverRefusalText[sent.refusal]());

  return redirectWith(paths.shopInCare(sellerId, { sent: "1" }));
});

export default function ShopInCarePage() {
  const { role, formKey, sellerId, name, phone, open, isSent } = useLoaderData<typeof loader>();
  const paths = useAllPaths();
  const { form, fields } = usePageForm<"phone">("hand-over", useActionData<typeof action>(), { phone });
  return (
    <StaffFrame title={name} lead={m["sellers.handover.send.lead"]()} role={role} here="shops">
      {isSent ? <DoneNotice>{m["sellers.handover.send.sent"]()}</DoneNotice> : null}
      <div className="flex flex-col gap-6">
        {open ? (
          <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3 rounded border border-line bg-surface px-5 py-4">
            <p>
              {open.isExpired
                ? m["sellers.handover.send.over"]({ phone: open.contact })
                : m["sellers.handover.send.waits"]({ phone: open.contact, day: open.until })}
            </p>
            <Form method="post" action={paths.revokeHandOver(sellerId)}>
              <input type="hidden" name="formKey" value={formKey} />
              <SubmitButton look="secondary">{m["sellers.team.revoke"]()}</SubmitButton>
            </Form>
          </div>
        ) : null}
        <FormShell form={form} formKey={formKey}>
          <TextField
            meta={fields.phone}
            label={m["sellers.handover.phone"]()}
            hint={m["sellers.handover.phoneHint"]()}
            type="tel"
            inputMode="tel"
            autoComplete="off"
          />
          <div>
            <SubmitButton>
              {open ? m["sellers.handover.send.again"]() : m["sellers.handover.send.submit"]()}
            </SubmitButton>
          </div>
        </FormShell>
      </div>
    </StaffFrame>
  );
}
