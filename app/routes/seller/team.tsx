import type { MetaFunction } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { INVITED_ROLES } from "~/modules/accounts";
import { inviteInput, teamRefusalText } from "~/modules/accounts/index.server";
import { findTeam, inviteMember } from "~/modules/sellers/index.server";
import { m } from "~/paraglide/messages.js";
import { db } from "~/platform/db/db.server";
import { orNotFound } from "~/platform/http/answers.server";
import { redirectWith } from "~/platform/http/cookies.server";
import { invalid, newFormKey, parseForm } from "~/platform/http/form.server";
import { forSeller } from "~/platform/http/openers.server";
import { dateFormat } from "~/platform/i18n/formatters";
import { memberMay } from "~/platform/session/roles";
import { SHOP_ROLE_NAMES } from "~/ui/accounts/role-names";
import { SelectField, TextField } from "~/ui/forms/fields";
import { FormShell, SubmitButton } from "~/ui/forms/form-shell";
import { usePageForm } from "~/ui/forms/page-form";
import { privateMeta } from "~/ui/layouts/page-meta";
import { useAllPaths } from "~/ui/layouts/all-paths";
import { linkStyle } from "~/ui/primitives/button";
import { DoneNotice, Notice } from "~/ui/primitives/notice";
import { InvitationList, MemberList } from "~/ui/workspace/team-lists";
import { WorkspaceFrame } from "~/ui/workspace/workspace-frame";

export const meta: MetaFunction = () => privateMeta(m["sellers.team.title"]());

/** What was done on a page before, or why it was not. */
const NEWS = ["invited", "revoked", "changed"] as const;

export const loader = forSeller("editor", async ({ seller, lang, url }) => {
  const team = orNotFound(await findTeam(db, seller.sellerId));
  const day = dateFormat(lang, { dateStyle: "medium", timeZone: "Asia/Baku" });
  const refusal = Object.entries(teamRefusalText).find(([name]) => name === url.searchParams.get("refused"));
  return {
    formKey: newFormKey(),
    members: team.members.map(({ memberId, userId, name, role, contact, joinedAt }) => ({
      memberId,
      name,
      role,
      contact,
      joined: day.format(joinedAt),
      isMe: userId === seller.userId,
    })),
    invitations: team.invitations.map(({ invitationId, contact, role, isExpired, expiresAt }) => ({
      invitationId,
      contact,
      role,
      isExpired,
      until: day.format(expiresAt),
    })),
    // A shop in care has no team before its maker has taken it over.
    mayInvite: memberMay(seller.role, "manager") && !seller.isCaretaker,
    isOwner: seller.role === "owner",
    isInCare: seller.isCaretaker === true,
    news: NEWS.find((name) => name === url.searchParams.get("done")),
    refusal: refusal?.[1](),
  };
});

export const action = forSeller("manager", async ({ seller, request, paths }) => {
  const form = await parseForm(request, inviteInput);
  if (!form.ok) return invalid(form);

  const invited = await inviteMember(db, seller, form.key, form.value);
  if (!invited.ok) return invalid(form, teamRefusalText[invited.refusal]());

  return redirectWith(paths.team({ done: "invited" }));
});

export default function TeamPage() {
  const { formKey, members, invitations, mayInvite, isOwner, isInCare, news, refusal } = useLoaderData<typeof loader>();
  const paths = useAllPaths();
  const { form, fields } = usePageForm<"contact" | "role">(`invite-${formKey}`, useActionData<typeof action>(), {
    role: "editor",
  });
  return (
    <WorkspaceFrame
      back={{ to: paths.workspace(), label: m["sellers.tab.overview"]() }}
      title={m["sellers.team.title"]()}
      lead={m["sellers.team.lead"]()}
    >
      {news ? (
        <DoneNotice>
          {{
            invited: m["sellers.team.done.invited"],
            revoked: m["sellers.team.done.revoked"],
            changed: m["accounts.saved"],
          }[news]()}
        </DoneNotice>
      ) : null}
      <div className="flex flex-col gap-8">
        {refusal ? <Notice tone="warning">{refusal}</Notice> : null}
        {isInCare ? <Notice tone="info">{m["sellers.team.inCare"]()}</Notice> : null}
        <MemberList members={members} mayManage={isOwner} />
        <InvitationList invitations={invitations} formKey={formKey} mayManage={mayInvite} />
        {mayInvite ? (
          <section aria-labelledby="invite-title" className="rounded border border-line bg-surface p-5">
            <h2 id="invite-title" className="mb-4 text-lg">
              {m["sellers.team.invite"]()}
            </h2>
            <FormShell form={form} formKey={formKey}>
              <TextField
                meta={fields.contact}
                label={m["sellers.team.contact"]()}
                hint={m["sellers.team.contactHint"]()}
                autoComplete="off"
              />
              <SelectField
                meta={fields.role}
                label={m["sellers.team.role"]()}
                hint={m["sellers.team.roleHint"]()}
                options={INVITED_ROLES.map((value) => ({ value, label: SHOP_ROLE_NAMES[value]() }))}
              />
              <div>
                <SubmitButton>{m["sellers.team.send"]()}</SubmitButton>
              </div>
            </FormShell>
          </section>
        ) : null}
        {isOwner || isInCare ? null : (
          <p>
            <Link to={paths.leaveTeam()} className={linkStyle}>
              {m["sellers.team.leave.title"]()}
            </Link>
          </p>
        )}
      </div>
    </WorkspaceFrame>
  );
}
