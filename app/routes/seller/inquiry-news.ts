import { findSellersNews } from "~/modules/inquiries/index.server";
import { db } from "~/platform/db/db.server";
import { uuidParam } from "~/platform/http/address-parts.server";
import { orNotFound } from "~/platform/http/answers.server";
import { forSeller } from "~/platform/http/openers.server";

/** What an open page asks for now and then: one row, and nothing is marked. */
export const loader = forSeller("editor", async ({ seller: { sellerId }, params }) =>
  Response.json(orNotFound(await findSellersNews(db, { sellerId, inquiryId: uuidParam(params, "id") })), {
    headers: { "Cache-Control": "private, no-store" },
  }),
);
