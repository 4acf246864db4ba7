import { redirect } from "@remix-run/node";
import { invitationInput, resendInvitation, takeInvitationBack } from "~/modules/sellers/index.server";
import { db } from "~/platform/db/db.server";
import { uuidParam } from "~/platform/http/address-parts.server";
import { redirectWith } from "~/platform/http/cookies.server";
import { parseForm } from "~/platform/http/form.server";
import { forSeller } from "~/platform/http/openers.server";

export const loader = forSeller("manager", ({ paths }) => Promise.resolve(redirect(paths.team())));

/** Sends an invitation again or takes it back; the team's page says what came of it. */
export const action = forSeller("manager", async ({ seller, params, request, paths }) => {
  const invitationId = uuidParam(params, "id");
  const form = await parseForm(request, invitationInput);
  if (!form.ok) return redirectWith(paths.team());

  const isResend = form.value.deed === "resend";
  const done = await (isResend ? resendInvitation : takeInvitationBack)(db, seller, form.key, invitationId);

  return redirectWith(paths.team(done.ok ? { done: isResend ? "invited" : "revoked" } : { refused: done.refusal }));
});
