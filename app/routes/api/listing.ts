import { answerListing } from "~/modules/search/index.server";
import { clock } from "~/platform/clock.server";
import { readDb } from "~/platform/db/db.server";
import { env } from "~/platform/env.server";
import { orNotFound } from "~/platform/http/answers.server";
import { badParameters, jsonAnswer } from "~/platform/http/json-answer.server";
import { forAnyone } from "~/platform/http/openers.server";

/** One listing as JSON. */
export const loader = forAnyone({ cache: "public" }, async ({ request, params, url }) => {
  const question = { slug: params.slug ?? "", url, origin: env.SITE_URL };
  const answer = orNotFound(await answerListing(readDb, question, clock()));
  return answer.ok ? jsonAnswer(request, answer.value) : badParameters(answer.problems);
});
