import { redirect } from "@remix-run/node";
import { verifyAccountInput } from "~/modules/payments/index.server";
import { verifyBankAccount } from "~/modules/sellers/index.server";
import { db } from "~/platform/db/db.server";
import { redirectWith } from "~/platform/http/cookies.server";
import { parseForm } from "~/platform/http/form.server";
import { forStaff } from "~/platform/http/openers.server";

export const loader = forStaff("treasurer", ({ paths }) => Promise.resolve(redirect(paths.staffPayouts())));

export const action = forStaff("treasurer", async ({ staff, request, paths }) => {
  const form = await parseForm(request, verifyAccountInput);
  if (!form.ok) return redirectWith(paths.staffPayouts({ refused: "account-changed" }, "#refused"));
  const verified = await verifyBankAccount(db, staff, form.key, form.value);
  return redirectWith(
    verified.ok
      ? paths.staffPayouts({ news: "verified" })
      : paths.staffPayouts({ refused: verified.refusal }, "#refused"),
  );
});
