import { redirect } from "@remix-run/node";
import { collectionStepInput, takeCollectionStep } from "~/modules/curation/index.server";
import { db } from "~/platform/db/db.server";
import { uuidParam } from "~/platform/http/address-parts.server";
import { redirectWith } from "~/platform/http/cookies.server";
import { parseForm } from "~/platform/http/form.server";
import { forStaff } from "~/platform/http/openers.server";

export const loader = forStaff("curator", ({ params, paths }) =>
  Promise.resolve(redirect(paths.deskCollection(uuidParam(params, "id")))),
);

/** The collection's page says why when nothing came of it. */
export const action = forStaff("curator", async ({ staff, params, request, paths }) => {
  const collectionId = uuidParam(params, "id");
  const form = await parseForm(request, collectionStepInput);
  if (!form.ok) return redirectWith(paths.deskCollection(collectionId));

  const taken = await takeCollectionStep(db, staff, form.key, collectionId, form.value);
  if (!taken.ok) return redirectWith(paths.deskCollection(collectionId, { refused: taken.refusal }, "#refused"));

  const isAboutAll = form.value.step === "publish" || form.value.step === "archive";
  return redirectWith(paths.deskCollection(collectionId, {}, isAboutAll ? "" : "#entries"));
});
