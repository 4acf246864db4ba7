import type { MetaFunction } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { changeMember, findTeam, memberInput } from "~/modules/sellers/index.server";
import { m } from "~/paraglide/messages.js";
import { db } from "~/platform/db/db.server";
import { orNotFound } from "~/platform/http/answers.server";
import { redirectWith } from "~/platform/http/cookies.server";
import { newFormKey, parseForm } from "~/platform/http/form.server";
import { forSeller } from "~/platform/http/openers.server";
import { SHOP_ROLE_NAMES } from "~/ui/accounts/role-names";
import { SubmitButton } from "~/ui/forms/form-shell";
import { privateMeta } from "~/ui/layouts/page-meta";
import { useAllPaths } from "~/ui/layouts/all-paths";
import { WorkspaceFrame } from "~/ui/workspace/workspace-frame";

export const meta: MetaFunction = () => privateMeta(m["sellers.team.title"]());

export const loader = forSeller("owner", async ({ seller, params }) => {
  const team = orNotFound(await findTeam(db, seller.sellerId));
  const member = orNotFound(team.members.find(({ memberId }) => memberId === params.id));
  return {
    formKey: newFormKey(),
    name: member.name || member.contact || "",
    role: member.role,
    isOwner: member.role === "owner",
  };
});

/** The team's page says what came of it: somebody may have left in the meantime. */
export const action = forSeller("owner", async ({ seller, params, request, paths }) => {
  const form = await parseForm(request, memberInput);
  if (!form.ok) return redirectWith(paths.team());

  const changed = await changeMember(db, seller, form.key, { memberId: params.id ?? "", deed: form.value.deed });

  return redirectWith(paths.team(changed.ok ? { done: "changed" } : { refused: changed.refusal }));
});

export default function TeamMemberPage() {
  const { formKey, name, role, isOwner } = useLoaderData<typeof loader>();
  const other = role === "manager" ? "editor" : "manager";
  const deeds = [
    {
      deed: other,
      title: other === "manager" ? m["sellers.team.member.toManager"]() : m["sellers.team.member.toEditor"](),
      text: other === "manager" ? m["sellers.team.member.managerText"]() : m["sellers.team.member.editorText"](),
    },
    ...(role === "manager"
      ? [
          {
            deed: "owner",
            title: m["sellers.team.member.toOwner"](),
            text: m["sellers.team.member.ownerText"]({ name }),
          },
        ]
      : []),
    { deed: "remove", title: m["sellers.team.member.remove"](), text: m["sellers.team.member.removeText"]({ name }) },
  ];
  const paths = useAllPaths();
  return (
    <WorkspaceFrame
      back={{ to: paths.team(), label: m["sellers.team.title"]() }}
      title={name}
      lead={SHOP_ROLE_NAMES[role]()}
    >
      {isOwner ? (
        <p>{m["accounts.team.refusal.ownerStays"]()}</p>
      ) : (
        <ul className="divide-y divide-line rounded border border-line bg-surface">
          {deeds.map(({ deed, title, text }) => (
            <li key={deed} className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3 px-5 py-4">
              <p className="min-w-0 flex-1 basis-64 text-sm text-muted">{text}</p>
              <Form method="post">
                <input type="hidden" name="formKey" value={formKey} />
                <input type="hidden" name="deed" value={deed} />
                <SubmitButton look="secondary">{title}</SubmitButton>
              </Form>
            </li>
          ))}
        </ul>
      )}
    </WorkspaceFrame>
  );
}
