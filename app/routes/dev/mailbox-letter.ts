import { db } from "~/platform/db/db.server";
import { uuidParam } from "~/platform/http/address-parts.server";
import { orNotFound } from "~/platform/http/answers.server";
import { forDemo } from "~/platform/http/openers.server";
import { findMailboxLetter } from "~/platform/mail/mailbox.server";

/** A letter as a mail program shows it: styles on its elements, nothing else from anywhere. */
export const loader = forDemo(async ({ params }) => {
  const html = orNotFound(await findMailboxLetter(db, uuidParam(params, "id")));
  return new Response(html, {
    headers: {
      "Content-Type": "text/html; charset=utf-8",
      "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
      "Cache-Control": "no-store",
    },
  });
});
