import { redirect } from "@remix-run/node";
import { listingPartOf, partForms, saveListingPart } from "~/modules/catalog/index.server";
import { db } from "~/platform/db/db.server";
import { uuidParam } from "~/platform/http/address-parts.server";
import { orNotFound } from "~/platform/http/answers.server";
import { parseForm } from "~/platform/http/form.server";
import { forSeller } from "~/platform/http/openers.server";

export const loader = forSeller("editor", ({ params, paths }) =>
  Promise.resolve(redirect(paths.listingPart(uuidParam(params, "id"), orNotFound(listingPartOf(params.part))))),
);

/** What a page posts by itself while it is written; the page shows mistakes only when its button is pressed. */
export const action = forSeller("editor", async ({ seller, params, request }) => {
  const listingId = uuidParam(params, "id");
  const part = orNotFound(listingPartOf(params.part));
  const form = await parseForm(request, partForms[part]);
  if (!form.ok) return Response.json({ state: "invalid" }, { status: 422 });

  const { base, ...input } = form.value;
  const saved = await saveListingPart(db, seller, form.key, {
    listingId,
    part,
    base,
    input: input,
  });
  if (saved.ok) return Response.json(saved.value);
  return Response.json({ state: saved.refusal }, { status: saved.refusal === "changed-elsewhere" ? 409 : 422 });
});
