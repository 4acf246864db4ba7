import { redirect } from "@remix-run/node";
import { duplicateListing, restListing, submitListing, withdrawListing } from "~/modules/catalog/index.server";
import { db } from "~/platform/db/db.server";
import { uuidParam } from "~/platform/http/address-parts.server";
import { orNotFound } from "~/platform/http/answers.server";
import { redirectWith } from "~/platform/http/cookies.server";
import { readFormKey } from "~/platform/http/form.server";
import { forSeller } from "~/platform/http/openers.server";

export const loader = forSeller("editor", ({ params, paths }) =>
  Promise.resolve(redirect(paths.ownListing(uuidParam(params, "id")))),
);

const RESTS = ["pause", "resume", "archive", "restore"] as const;

/** The listing's page says what came of it. */
export const action = forSeller("editor", async ({ seller, params, request, paths }) => {
  const listingId = uuidParam(params, "id");
  const key = await readFormKey(request);
  if (params.deed === "submit") {
    const sent = await submitListing(db, seller, key, listingId);
    return redirectWith(
      paths.ownListing(listingId, sent.ok ? { done: sent.value.outcome } : { refused: sent.refusal }),
    );
  }
  if (params.deed === "duplicate") {
    const copied = await duplicateListing(db, seller, key, listingId);
    return redirectWith(
      copied.ok
        ? paths.listingPart(copied.value.listingId, "about", { copied: "1" })
        : paths.ownListing(listingId, { refused: copied.refusal }),
    );
  }
  const deed = RESTS.find((rest) => rest === params.deed);
  if (deed === undefined) orNotFound(params.deed === "withdraw" ? "withdraw" : undefined);
  const rested =
    deed === undefined
      ? await withdrawListing(db, seller, key, listingId)
      : await restListing(db, seller, key, { listingId, deed });
  return redirectWith(paths.ownListing(listingId, rested.ok ? {} : { refused: rested.refusal }));
});
