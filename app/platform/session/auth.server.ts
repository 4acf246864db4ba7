import { hash, verify } from "@node-rs/argon2";
import type { BetterAuthOptions } from "better-auth";
import { admin, organization, phoneNumber as phone, twoFactor } from "better-auth/plugins";

/** Header that the web process sets from the connection; a client's own value is overwritten. */
export const CLIENT_ADDRESS_HEADER = "x-karvan-client-address";

/** A session ends so long after its sign-in, in seconds, whatever is done in it: 30 days. */
const SESSION_SECONDS = 30 * 86_400;
/** What opens something by mail holds for an hour, in seconds. */
export const MAIL_LINK_SECONDS = 3_600;
/** A code by SMS holds for five minutes, in seconds. */
export const PHONE_CODE_SECONDS = 300;
const PHONE_CODE_TRIES = 3;

export type KnownPerson = { id: string; email: string; name: string };

/** What identity asks to be told or sent; `modules/accounts` does it. */
export type IdentityHooks = {
  /** @param next where she was on her way to, a path of this site */
  sendVerification: (person: KnownPerson, token: string, next: string | undefined) => Promise<void>;
  sendChangeConfirmation: (person: KnownPerson, newEmail: string, token: string) => Promise<void>;
  sendPasswordReset: (person: KnownPerson, token: string) => Promise<void>;
  sendPhoneCode: (phoneNumber: string, code: string) => Promise<void>;
  noteExistingSignUp: (person: KnownPerson) => Promise<void>;
  notePasswordReset: (person: KnownPerson) => Promise<void>;
  noteNewPerson: (person: KnownPerson) => Promise<void>;
  /** Whether a session may begin by a phone code alone. */
  mayEnterByPhone: (userId: string) => Promise<boolean>;
};

/** Where nothing is sent: a process that only reads sessions. */
export const SILENT_HOOKS: IdentityHooks = {
  sendVerification: refuseToSend,
  sendChangeConfirmation: refuseToSend,
  sendPasswordReset: refuseToSend,
  sendPhoneCode: refuseToSend,
  noteExistingSignUp: refuseToSend,
  notePasswordReset: refuseToSend,
  noteNewPerson: refuseToSend,
  mayEnterByPhone: () => Promise.resolve(false),
};

function refuseToSend(): Promise<never> {
  return Promise.reject(new Error("this process only reads sessions"));
}

/** The library carries a way in its own link, of which ours takes the token alone; without one it says `/`. */
function wayBehind(url: string): string | undefined {
  const next = new URL(url).searchParams.get("callbackURL");
  return next === null || next === "/" ? undefined : next;
}

/** E-mail of a person who came by phone and gave none: nothing is ever sent to `.invalid` (RFC 2606). */
const NO_MAIL = "phone.invalid";

/** The person's e-mail, or undefined when she has given none. */
export function realEmail(email: string): string | undefined {
  return email.endsWith(".invalid") ? undefined : email;
}

/**
 * Identity, kept by better-auth in our own tables and names. The tables come from `db/migrations/0001_identity.ts`;
 * a test asserts that this configuration has nothing left to create.
 */
export const identityOptions = (hooks: IdentityHooks) =>
  ({
    appName: "Karvan",
    basePath: "/api/auth",
    emailAndPassword: {
      enabled: true,
      requireEmailVerification: true,
      minPasswordLength: 10,
      maxPasswordLength: 200,
      resetPasswordTokenExpiresIn: MAIL_LINK_SECONDS,
      revokeSessionsOnPasswordReset: true,
      sendResetPassword: ({ user, token }) => hooks.sendPasswordReset(user, token),
      onPasswordReset: ({ user }) => hooks.notePasswordReset(user),
      onExistingUserSignUp: ({ user }) => hooks.noteExistingSignUp(user),
      password: {
        hash: (password: string) => hash(password),
        verify: ({ hash: kept, password }) => verify(kept, password),
      },
    },
    emailVerification: {
      expiresIn: MAIL_LINK_SECONDS,
      sendOnSignIn: true,
      // Who only has the link has not shown a second factor.
      autoSignInAfterVerification: false,
      sendVerificationEmail: ({ user, token, url }) => hooks.sendVerification(user, token, wayBehind(url)),
    },
    user: {
      changeEmail: {
        enabled: true,
        sendChangeEmailConfirmation: ({ user, newEmail, token }) => hooks.sendChangeConfirmation(user, newEmail, token),
      },
      modelName: "users",
      fields: { emailVerified: "email_verified", createdAt: "created_at", updatedAt: "updated_at" },
    },
    session: {
      expiresIn: SESSION_SECONDS,
      disableSessionRefresh: true,
      modelName: "sessions",
      fields: {
        expiresAt: "expires_at",
        createdAt: "created_at",
        updatedAt: "updated_at",
        ipAddress: "ip_address",
        userAgent: "user_agent",
        userId: "user_id",
      },
    },
    account: {
      modelName: "auth_accounts",
      fields: {
        accountId: "account_id",
        providerId: "provider_id",
        userId: "user_id",
        accessToken: "access_token",
        refreshToken: "refresh_token",
        idToken: "id_token",
        accessTokenExpiresAt: "access_token_expires_at",
        refreshTokenExpiresAt: "refresh_token_expires_at",
        createdAt: "created_at",
        updatedAt: "updated_at",
      },
    },
    verification: {
      modelName: "verifications",
      fields: { expiresAt: "expires_at", createdAt: "created_at", updatedAt: "updated_at" },
    },
    advanced: { ipAddress: { ipAddressHeaders: [CLIENT_ADDRESS_HEADER] } },
    databaseHooks: {
      user: { create: { after: (user) => hooks.noteNewPerson(user) } },
      session: {
        create: {
          before: async (session, context) => {
            const isByPhone = context?.path === "/phone-number/verify";
            return !isByPhone || (await hooks.mayEnterByPhone(session.userId));
          },
        },
      },
    },
    plugins: [
      admin({
        schema: {
          user: { fields: { banReason: "ban_reason", banExpires: "ban_expires" } },
          session: { fields: { impersonatedBy: "impersonated_by" } },
        },
      }),
      phone({
        expiresIn: PHONE_CODE_SECONDS,
        allowedAttempts: PHONE_CODE_TRIES,
        phoneNumberValidator: (phoneNumber) => /^\+[1-9][0-9]{6,14}$/.test(phoneNumber),
        sendOTP: ({ phoneNumber, code }) => hooks.sendPhoneCode(phoneNumber, code),
        signUpOnVerification: {
          getTempEmail: (phoneNumber) => `${phoneNumber.slice(1)}@${NO_MAIL}`,
          getTempName: () => "",
        },
        schema: { user: { fields: { phoneNumber: "phone_number", phoneNumberVerified: "phone_number_verified" } } },
      }),
      organization({
        schema: {
          session: { fields: { activeOrganizationId: "active_organisation_id" } },
          organization: { modelName: "organisations", fields: { createdAt: "created_at" } },
          member: {
            modelName: "members",
            fields: { organizationId: "organisation_id", userId: "user_id", createdAt: "created_at" },
          },
          invitation: {
            modelName: "invitations",
            fields: {
              organizationId: "organisation_id",
              inviterId: "inviter_id",
              expiresAt: "expires_at",
              createdAt: "created_at",
            },
          },
        },
      }),
      twoFactor({
        issuer: "Karvan",
        twoFactorTable: "two_factors",
        schema: {
          user: { fields: { twoFactorEnabled: "two_factor_enabled" } },
          twoFactor: {
            modelName: "two_factors",
            fields: {
              backupCodes: "backup_codes",
              userId: "user_id",
              failedVerificationCount: "failed_verification_count",
              lockedUntil: "locked_until",
            },
          },
        },
      }),
    ],
  }) satisfies BetterAuthOptions;
