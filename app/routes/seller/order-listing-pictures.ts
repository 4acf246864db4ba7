import { redirect } from "@remix-run/node";
import { orderListingPictures, orderPicturesInput } from "~/modules/catalog/index.server";
import { db } from "~/platform/db/db.server";
import { uuidParam } from "~/platform/http/address-parts.server";
import { redirectWith } from "~/platform/http/cookies.server";
import { parseForm } from "~/platform/http/form.server";
import { forSeller } from "~/platform/http/openers.server";

export const loader = forSeller("editor", ({ params, paths }) =>
  Promise.resolve(redirect(paths.listingPictures(uuidParam(params, "id")))),
);

/** Puts a listing's pictures into the order that a hand or the keyboard gave them. */
export const action = forSeller("editor", async ({ seller, params, request, paths }) => {
  const listingId = uuidParam(params, "id");
  const form = await parseForm(request, orderPicturesInput);
  if (!form.ok) return redirectWith(paths.listingPictures(listingId, { refused: "pictures-changed" }));

  const done = await orderListingPictures(db, seller, form.key, { listingId, ...form.value });
  return redirectWith(paths.listingPictures(listingId, done.ok ? {} : { refused: done.refusal }));
});
