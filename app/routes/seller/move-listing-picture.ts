import { redirect } from "@remix-run/node";
import { moveListingPicture, movePictureInput } from "~/modules/catalog/index.server";
import { db } from "~/platform/db/db.server";
import { partKey } from "~/platform/db/once.server";
import { uuidParam } from "~/platform/http/address-parts.server";
import { redirectWith } from "~/platform/http/cookies.server";
import { parseForm } from "~/platform/http/form.server";
import { forSeller } from "~/platform/http/openers.server";

export const loader = forSeller("editor", ({ params, paths }) =>
  Promise.resolve(redirect(paths.listingPictures(uuidParam(params, "id")))),
);

/** Moves a picture one place, without scripts. */
export const action = forSeller("editor", async ({ seller, params, request, paths }) => {
  const listingId = uuidParam(params, "id");
  const form = await parseForm(request, movePictureInput);
  if (!form.ok) return redirectWith(paths.listingPictures(listingId, { refused: "pictures-changed" }));

  const done = await moveListingPicture(
    db,
    seller,
    partKey(form.key, `${form.value.direction} ${form.value.imageId}`),
    { listingId, ...form.value },
  );
  return redirectWith(paths.listingPictures(listingId, done.ok ? {} : { refused: done.refusal }));
});
