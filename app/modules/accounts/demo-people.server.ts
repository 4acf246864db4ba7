import { createHmac } from "node:crypto";
import type { Db } from "~/platform/db/db.server";
import type { Visit } from "~/platform/http/opened.server";
import { realEmail } from "~/platform/session/auth.server";
import { isShopRole, STAFF_ROLES, type ShopRole, type StaffRole } from "~/platform/session/roles";
import { identity } from "./identity.server";
import { currentCode } from "./second-factor.server";
import type { Cookies } from "./identity-answer.server";

/** Somebody as whom one may enter in the demo. */
export type DemoPerson = {
  userId: string;
  name: string;
  /** E-mail, or the number of who gave none. */
  contact: string;
  role: StaffRole | undefined;
  shop: { name: string; role: ShopRole } | undefined;
  /** What the person's authenticator shows now. */
  code: string | undefined;
};

const MOST_SHOWN = 120;

/** Staff first, then members of shops, then everybody else. */
export async function listDemoPeople(db: Db): Promise<DemoPerson[]> {
  const rows = await db
    .selectFrom("users")
    .leftJoin("members", "members.userId", "users.id")
    .leftJoin("organisations", "organisations.id", "members.organisationId")
    .leftJoin("twoFactors", (join) =>
      join.onRef("twoFactors.userId", "=", "users.id").on("twoFactors.verified", "is", true),
    )
    .select([
      "users.id as userId",
      "users.name",
      "users.email",
      "users.phoneNumber",
      "users.role",
      "organisations.name as shopName",
      "members.role as shopRole",
      "twoFactors.secret",
    ])
    .orderBy((eb) => eb("users.role", "is", null))
    .orderBy((eb) => eb("members.id", "is not", null))
    .orderBy("users.createdAt")
    .orderBy("users.email")
    .limit(MOST_SHOWN)
    .execute();
  return Promise.all(
    rows.map(async ({ role: held, shopName, shopRole, secret, email, phoneNumber, ...person }) => ({
      ...person,
      contact: realEmail(email) ?? phoneNumber ?? "",
      role: STAFF_ROLES.find((role) => role === held),
      shop:
        shopName !== null && shopRole !== null && isShopRole(shopRole) ? { name: shopName, role: shopRole } : undefined,
      code: secret === null ? undefined : await currentCode(secret),
    })),
  );
}

/**
 * Signs in as somebody without asking for anything. Only a page of the demo calls it; its opener keeps everybody else out.
 *
 * @returns undefined when there is no such person
 */
export async function enterAs(visit: Visit, userId: string): Promise<{ cookies: Cookies } | undefined> {
  const { internalAdapter, authCookies, secret } = await identity.$context;
  if (!(await internalAdapter.findUserById(userId))) return undefined;
  const { token } = await internalAdapter.createSession(userId, false, {
    userAgent: visit.headers.get("user-agent") ?? "",
    ipAddress: visit.clientAddress,
  });
  // Signed as the identity library signs its own: HMAC-SHA-256 of the token, in base 64.
  const signature = createHmac("sha256", secret).update(token).digest("base64");
  const { name, attributes } = authCookies.sessionToken;
  const value = encodeURIComponent(`${token}.${signature}`);
  return {
    cookies: [`${name}=${value}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${attributes.maxAge ?? 86_400}`],
  };
}
