import { redirect } from "@remix-run/node";
import { signOut } from "~/modules/accounts/index.server";
import { db } from "~/platform/db/db.server";
import { cartCountCookie } from "~/platform/http/cart-visit.server";
import { redirectWith } from "~/platform/http/cookies.server";
import { forAnyone, forBuyer } from "~/platform/http/openers.server";

/** Somebody who opens the address by hand has nothing to do here. */
export const loader = forAnyone({ cache: "private" }, ({ lang }) => Promise.resolve(redirect(`/${lang}`)));

export const action = forBuyer(async ({ buyer, lang, visit }) => {
  const { cookies } = await signOut(db, visit, buyer.userId);
  // Whoever uses this browser next is not told how much the last one had in the cart.
  return redirectWith(`/${lang}`, [...cookies, cartCountCookie(0)]);
});
