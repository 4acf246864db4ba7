import { Form, Link } from "@remix-run/react";
import type { ShopRole } from "~/platform/session/roles";
import { m } from "~/paraglide/messages.js";
import { SHOP_ROLE_NAMES } from "~/ui/accounts/role-names";
import { useAllPaths } from "~/ui/layouts/all-paths";
import { Badge } from "~/ui/primitives/badge";
import { buttonStyle, linkStyle } from "~/ui/primitives/button";

type Member = {
  memberId: string;
  name: string;
  role: ShopRole;
  contact: string | undefined;
  joined: string;
  isMe: boolean;
};

const LIST = "divide-y divide-line rounded border border-line bg-surface";
const ROW = "flex flex-wrap items-center justify-between gap-x-6 gap-y-2 px-5 py-4";

/** Everybody who works in the shop. */
export function MemberList({ members, mayManage }: { members: readonly Member[]; mayManage: boolean }) {
  const paths = useAllPaths();
  if (members.length === 0) return null;
  return (
    <ul className={LIST}>
      {members.map(({ memberId, name, role, contact, joined, isMe }) => (
        <li key={memberId} className={ROW}>
          <div className="min-w-0">
            <p className="flex flex-wrap items-center gap-2 font-semibold">
              {name || contact}
              <Badge tone={role === "owner" ? "verified" : "plain"}>{SHOP_ROLE_NAMES[role]()}</Badge>
              {isMe ? <span className="text-sm font-normal text-muted">{m["sellers.team.you"]()}</span> : null}
            </p>
            <p className="text-sm break-all text-muted">
              {[name ? contact : undefined, m["sellers.team.since"]({ day: joined })].filter(Boolean).join(" · ")}
            </p>
          </div>
          {mayManage && role !== "owner" ? (
            <Link to={paths.teamMember(memberId)} className={linkStyle}>
              {m["sellers.team.manage"]()}
              <span className="sr-only"> {name || contact}</span>
            </Link>
          ) : null}
        </li>
      ))}
    </ul>
  );
}

type Invitation = { invitationId: string; contact: string; role: ShopRole; until: string; isExpired: boolean };

/** Invitations that wait for an answer. */
export function InvitationList({
  invitations,
  formKey,
  mayManage,
}: {
  invitations: readonly Invitation[];
  formKey: string;
  mayManage: boolean;
}) {
  const paths = useAllPaths();
  if (invitations.length === 0) return null;
  return (
    <section aria-labelledby="invitations-title">
      <h2 id="invitations-title" className="mb-3 text-lg">
        {m["sellers.team.open"]()}
      </h2>
      <ul className={LIST}>
        {invitations.map(({ invitationId, contact, role, until, isExpired }) => (
          <li key={invitationId} className={ROW}>
            <div className="min-w-0">
              <p className="font-semibold break-all">{contact}</p>
              <p className="text-sm text-muted">
                {SHOP_ROLE_NAMES[role]()} ·{" "}
                {isExpired ? m["sellers.team.expired"]() : m["sellers.team.until"]({ day: until })}
              </p>
            </div>
            {mayManage ? (
              <div className="flex flex-wrap gap-2">
                {(["resend", "revoke"] as const).map((deed) => (
                  <Form key={deed} method="post" action={paths.teamInvitation(invitationId)}>
                    <input type="hidden" name="formKey" value={formKey} />
                    <input type="hidden" name="deed" value={deed} />
                    <button type="submit" className={deed === "resend" ? buttonStyle.secondary : buttonStyle.quiet}>
                      {deed === "resend" ? m["sellers.team.resend"]() : m["sellers.team.revoke"]()}
                      <span className="sr-only"> {contact}</span>
                    </button>
                  </Form>
                ))}
              </div>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  );
}
