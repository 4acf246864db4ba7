import { robotsText } from "~/modules/publications/index.server";
import { env } from "~/platform/env.server";
import { forAnyone } from "~/platform/http/openers.server";
import { publicAnswer } from "~/platform/http/public-answer.server";

/** Rules for crawlers. */
export const loader = forAnyone({ cache: "public" }, ({ request }) => {
  const body = robotsText({ origin: env.SITE_URL, mode: env.APP_MODE });
  return Promise.resolve(publicAnswer(request, { body, type: "text/plain; charset=utf-8" }));
});
