import { redirect } from "@remix-run/node";
import { endSessions, sessionInput } from "~/modules/accounts/index.server";
import { db } from "~/platform/db/db.server";
import { redirectWith } from "~/platform/http/cookies.server";
import { invalid, parseForm } from "~/platform/http/form.server";
import { forBuyer } from "~/platform/http/openers.server";

export const loader = forBuyer(({ paths }) => Promise.resolve(redirect(paths.security())));

/** Ends one session, or all others when none is named. */
export const action = forBuyer(async ({ buyer, request, paths }) => {
  const form = await parseForm(request, sessionInput);
  if (!form.ok) return invalid(form);

  const { sessionId } = form.value;
  await endSessions(db, buyer.userId, sessionId === undefined ? { allBut: buyer.sessionId } : { sessionId });

  return redirectWith(paths.security({ news: "sessions" }));
});
