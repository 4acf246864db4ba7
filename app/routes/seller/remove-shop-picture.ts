import { redirect } from "@remix-run/node";
import { chooseShopPicture, removeShopPictureInput } from "~/modules/sellers/index.server";
import { db } from "~/platform/db/db.server";
import { partKey } from "~/platform/db/once.server";
import { redirectWith } from "~/platform/http/cookies.server";
import { parseForm } from "~/platform/http/form.server";
import { forSeller } from "~/platform/http/openers.server";

export const loader = forSeller("editor", ({ paths }) => Promise.resolve(redirect(paths.shopPictures())));

/** What is gone already is gone: the page shows what is there. */
export const action = forSeller("editor", async ({ seller, request, paths }) => {
  const form = await parseForm(request, removeShopPictureInput);
  if (!form.ok) return redirectWith(paths.shopPictures());

  const { part } = form.value;
  const key = partKey(form.key, `remove ${part}`);
  const removed = await chooseShopPicture(db, seller, key, { part, mediaId: undefined });
  return redirectWith(paths.shopPictures(removed.ok ? {} : { refused: removed.refusal }));
});
