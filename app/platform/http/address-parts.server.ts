import { isUuid } from "~/platform/uuid";
import { missing } from "./answers.server";

/** An id from the address. @throws 404 when it is none of ours, before the database is asked */
export function uuidParam(params: Record<string, string | undefined>, name: string): string {
  const value = params[name] ?? "";
  if (!isUuid(value)) throw missing();
  return value;
}

/** Which page of a list an address asks for: from 1 on, and no further than anybody turns pages. */
export function pageParam(url: URL): number {
  const asked = Number(url.searchParams.get("page"));
  return Number.isInteger(asked) ? Math.min(Math.max(asked, 1), 1_000) : 1;
}
