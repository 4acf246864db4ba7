import { answerSuggestions } from "~/modules/search/index.server";
import { readDb } from "~/platform/db/db.server";
import { badParameters, jsonAnswer } from "~/platform/http/json-answer.server";
import { forAnyone } from "~/platform/http/openers.server";

/** Suggestions for the search box. */
export const loader = forAnyone({ cache: "public" }, async ({ request, url }) => {
  const answer = await answerSuggestions(readDb, url);
  return answer.ok ? jsonAnswer(request, answer.value) : badParameters(answer.problems);
});
