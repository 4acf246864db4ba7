import { hash, verify } from "@node-rs/argon2";
import type { BetterAuthOptions } from "better-auth";
import { admin, organization, phoneNumber, twoFactor } from "better-auth/plugins";

/** Header that the web process sets from the connection; a client's own value is overwritten. */
export const CLIENT_ADDRESS_HEADER = "x-karvan-client-address";

/**
 * Identity, kept by better-auth in our own tables and names. The tables come from `db/migrations/0001_identity.ts`;
 * a test asserts that this configuration has nothing left to create.
 */
export const identityOptions = {
  appName: "Karvan",
  basePath: "/api/auth",
  emailAndPassword: {
    enabled: true,
    requireEmailVerification: true,
    minPasswordLength: 10,
    maxPasswordLength: 200,
    password: {
      hash: (password: string) => hash(password),
      verify: ({ hash: kept, password }) => verify(kept, password),
    },
  },
  user: {
    modelName: "users",
    fields: { emailVerified: "email_verified", createdAt: "created_at", updatedAt: "updated_at" },
  },
  session: {
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
  plugins: [
    admin({
      schema: {
        user: { fields: { banReason: "ban_reason", banExpires: "ban_expires" } },
        session: { fields: { impersonatedBy: "impersonated_by" } },
      },
    }),
    phoneNumber({
      // Codes go out with the SMS port of accounts; until then nothing asks for one.
      sendOTP: () => Promise.reject(new Error("no SMS gateway is connected")),
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
} satisfies BetterAuthOptions;
