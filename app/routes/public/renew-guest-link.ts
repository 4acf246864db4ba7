import { renewLink } from "~/modules/inquiries/index.server";
import { renewOrderLink } from "~/modules/orders/index.server";
import { db } from "~/platform/db/db.server";
import { redirectWith } from "~/platform/http/cookies.server";
import { forVisitor } from "~/platform/http/openers.server";

/** A new link to the mailbox that an old one went to; the answer is the same whether there is one. */
export const action = forVisitor(async ({ params, paths }) => {
  const token = params.token ?? "";
  await renewLink(db, token);
  await renewOrderLink(db, token);
  return redirectWith(`${paths.guestLink(token)}?renewed=1`);
});
