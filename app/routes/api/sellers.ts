import { answerSellers } from "~/modules/search/index.server";
import { readDb } from "~/platform/db/db.server";
import { env } from "~/platform/env.server";
import { badParameters, jsonAnswer } from "~/platform/http/json-answer.server";
import { forAnyone } from "~/platform/http/openers.server";

/** The directory of sellers as JSON. */
export const loader = forAnyone({ cache: "public" }, async ({ request, url }) => {
  const answer = await answerSellers(readDb, { url, origin: env.SITE_URL });
  return answer.ok ? jsonAnswer(request, answer.value) : badParameters(answer.problems);
});
