import { redirect } from "@remix-run/node";
import { describeListingPicture, describePictureInput } from "~/modules/catalog/index.server";
import { db } from "~/platform/db/db.server";
import { partKey } from "~/platform/db/once.server";
import { uuidParam } from "~/platform/http/address-parts.server";
import { redirectWith } from "~/platform/http/cookies.server";
import { parseForm } from "~/platform/http/form.server";
import { forSeller } from "~/platform/http/openers.server";

export const loader = forSeller("editor", ({ params, paths }) =>
  Promise.resolve(redirect(paths.listingPictures(uuidParam(params, "id")))),
);

/** Says what a picture shows; its choices come from lists, so that only a page that grew old sends something else. */
export const action = forSeller("editor", async ({ seller, params, request, paths }) => {
  const [listingId, imageId] = [uuidParam(params, "id"), uuidParam(params, "picture")];
  const form = await parseForm(request, describePictureInput);
  if (!form.ok) return redirectWith(paths.listingPictures(listingId, { refused: "pictures-changed" }));

  const { view, variantId } = form.value;
  const key = partKey(form.key, `describe ${imageId} ${view} ${variantId ?? ""}`);
  const described = await describeListingPicture(db, seller, key, { listingId, imageId, view, variantId });
  return redirectWith(paths.listingPictures(listingId, described.ok ? {} : { refused: described.refusal }));
});
