import { forAnyone } from "~/platform/http/openers.server";

/** Every address that nothing else answers. */
export const loader = forAnyone({ cache: "private" }, () => {
  throw new Response(null, { status: 404 });
});

export default function Missing() {
  return null;
}
