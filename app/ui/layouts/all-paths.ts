import { pathsFor, type Paths } from "~/platform/http/paths";
import { useSite } from "./site";

/** Every address of the site, for pages that lead into a workspace, an order or an account; public pages load `usePaths` alone. */
export function useAllPaths(): Paths {
  return pathsFor(useSite());
}
