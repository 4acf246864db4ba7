import { redirect } from "@remix-run/node";
import { restoreListingPicture } from "~/modules/catalog/index.server";
import { db } from "~/platform/db/db.server";
import { partKey } from "~/platform/db/once.server";
import { uuidParam } from "~/platform/http/address-parts.server";
import { redirectWith } from "~/platform/http/cookies.server";
import { readFormKey } from "~/platform/http/form.server";
import { forSeller } from "~/platform/http/openers.server";

export const loader = forSeller("editor", ({ params, paths }) =>
  Promise.resolve(redirect(paths.listingPictures(uuidParam(params, "id")))),
);

/** Puts a picture back that was taken off a moment ago. */
export const action = forSeller("editor", async ({ seller, params, request, paths }) => {
  const [listingId, imageId] = [uuidParam(params, "id"), uuidParam(params, "picture")];
  const key = partKey(await readFormKey(request), `restore ${imageId}`);
  const restored = await restoreListingPicture(db, seller, key, { listingId, imageId });
  return redirectWith(paths.listingPictures(listingId, restored.ok ? {} : { refused: restored.refusal }));
});
