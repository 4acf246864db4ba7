import { openApiDocument } from "~/modules/search/index.server";
import { env } from "~/platform/env.server";
import { jsonAnswer } from "~/platform/http/json-answer.server";
import { forAnyone } from "~/platform/http/openers.server";

/** What the API understands and answers, as OpenAPI. */
export const loader = forAnyone({ cache: "public" }, ({ request }) =>
  Promise.resolve(jsonAnswer(request, openApiDocument(env.SITE_URL))),
);
