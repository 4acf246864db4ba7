import { sql, type Kysely } from "kysely";

/**
 * People, sessions, organisations and second factors: the SQL that the identity library (better-auth 1.7.25) compiles for
 * `app/platform/session/auth.server.ts`, frozen. A test asserts that it finds nothing left to create.
 */
const STATEMENTS = [
  `create table "users" ("id" text not null primary key, "name" text not null, "email" text not null unique, "email_verified" boolean not null, "image" text, "created_at" timestamptz default CURRENT_TIMESTAMP not null, "updated_at" timestamptz default CURRENT_TIMESTAMP not null, "role" text, "banned" boolean, "ban_reason" text, "ban_expires" timestamptz, "phone_number" text unique, "phone_number_verified" boolean, "two_factor_enabled" boolean)`,
  `create table "sessions" ("id" text not null primary key, "expires_at" timestamptz not null, "token" text not null unique, "created_at" timestamptz default CURRENT_TIMESTAMP not null, "updated_at" timestamptz not null, "ip_address" text, "user_agent" text, "user_id" text not null references "users" ("id") on delete cascade, "impersonated_by" text, "active_organisation_id" text)`,
  `create table "auth_accounts" ("id" text not null primary key, "account_id" text not null, "provider_id" text not null, "user_id" text not null references "users" ("id") on delete cascade, "access_token" text, "refresh_token" text, "id_token" text, "access_token_expires_at" timestamptz, "refresh_token_expires_at" timestamptz, "scope" text, "password" text, "created_at" timestamptz default CURRENT_TIMESTAMP not null, "updated_at" timestamptz not null)`,
  `create table "verifications" ("id" text not null primary key, "identifier" text not null, "value" text not null, "expires_at" timestamptz not null, "created_at" timestamptz default CURRENT_TIMESTAMP not null, "updated_at" timestamptz default CURRENT_TIMESTAMP not null)`,
  `create table "organisations" ("id" text not null primary key, "name" text not null, "slug" text not null unique, "logo" text, "created_at" timestamptz not null, "metadata" text)`,
  `create table "members" ("id" text not null primary key, "organisation_id" text not null references "organisations" ("id") on delete cascade, "user_id" text not null references "users" ("id") on delete cascade, "role" text not null, "created_at" timestamptz not null)`,
  `create table "invitations" ("id" text not null primary key, "organisation_id" text not null references "organisations" ("id") on delete cascade, "email" text not null, "role" text, "status" text not null, "expires_at" timestamptz not null, "created_at" timestamptz default CURRENT_TIMESTAMP not null, "inviter_id" text not null references "users" ("id") on delete cascade)`,
  `create table "two_factors" ("id" text not null primary key, "secret" text not null, "backup_codes" text not null, "user_id" text not null references "users" ("id") on delete cascade, "verified" boolean, "failed_verification_count" integer, "locked_until" timestamptz)`,
  `create index "sessions_user_id_idx" on "sessions" ("user_id")`,
  `create index "auth_accounts_user_id_idx" on "auth_accounts" ("user_id")`,
  `create index "verifications_identifier_idx" on "verifications" ("identifier")`,
  `create index "members_organisation_id_idx" on "members" ("organisation_id")`,
  `create index "members_user_id_idx" on "members" ("user_id")`,
  `create index "invitations_organisation_id_idx" on "invitations" ("organisation_id")`,
  `create index "invitations_email_idx" on "invitations" ("email")`,
  `create index "two_factors_secret_idx" on "two_factors" ("secret")`,
  `create index "two_factors_user_id_idx" on "two_factors" ("user_id")`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}
