import { drawSharePicture } from "~/modules/publications/index.server";
import { clock } from "~/platform/clock.server";
import { readDb } from "~/platform/db/db.server";
import { files } from "~/platform/files/files.server";
import { orNotFound } from "~/platform/http/answers.server";
import { isHeld } from "~/platform/http/cache-headers.server";
import { forAnyone } from "~/platform/http/openers.server";
import { publicAnswer } from "~/platform/http/public-answer.server";

const KINDS = ["listings", "sellers", "collections"] as const;

/** Open Graph pictures: `/og/listings/<slug>.jpg?lang=en`, and `/og/karvan.jpg` for pages without one of their own. */
export const loader = forAnyone({ cache: "public" }, async ({ request, url }) => {
  const [, first = "", slug] = orNotFound(/^\/og\/([a-z]+)(?:\/([a-z0-9-]+))?\.jpg$/.exec(url.pathname));
  const kind = KINDS.find((name) => name === first);
  const of = kind && slug !== undefined ? { kind, slug } : undefined;
  if (!of && (first !== "karvan" || slug !== undefined)) return orNotFound(undefined);

  const picture = orNotFound(await drawSharePicture(readDb, files(), { of, url, now: clock() }));
  const isNew = !isHeld(request.headers.get("if-none-match"), picture.etag);
  const body = isNew ? await picture.draw() : "";
  return publicAnswer(request, { body, type: "image/jpeg", etag: picture.etag });
});
