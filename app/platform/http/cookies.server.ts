import { redirect } from "@remix-run/node";
import { makeCookie, readCookie } from "./first-visit.server";

/** Goes on to a page of ours with what the deed before wants remembered; 303, so that a reload posts nothing again. */
export function redirectWith(path: string, cookies: readonly string[] = []): Response {
  const headers = new Headers();
  for (const cookie of cookies) headers.append("Set-Cookie", cookie);
  return redirect(path, { status: 303, headers });
}

const PHONE_COOKIE = "karvan_phone";
/** As long as a code may take to arrive and be typed, in seconds. */
const PHONE_SECONDS = 900;

/** Keeps the number that a code was sent to, so that the page which asks for the code survives a reload. */
export function phoneCookie(phone: string): string {
  return `${makeCookie(PHONE_COOKIE, phone, PHONE_SECONDS)}; HttpOnly`;
}

export function phoneOfCookie(request: Request): string | undefined {
  const value = readCookie(request, PHONE_COOKIE);
  return value !== undefined && /^\+[1-9]\d{6,14}$/.test(value) ? value : undefined;
}
