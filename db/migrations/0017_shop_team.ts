import { sql, type Kysely } from "kysely";

/**
 * Who works in a shop and how she came there, when it is closed, and the Federation's tables of post and courier.
 *
 * The identity library's own `invitations` do not fit: they know no telephone number, their id is the secret itself, and
 * they remember nothing of being used.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table team_invitations (
      id uuid primary key default gen_random_uuid(),
      organisation_id text not null references organisations on delete cascade,
      role text not null check (role in ('owner', 'manager', 'editor')),
      email text check (email like '%_@_%'),
      phone text check (phone ~ '^\\+[0-9]{7,15}$'),
      token_digest text not null unique,
      invited_by text references users,
      created_at timestamptz not null,
      sent_at timestamptz not null,
      expires_at timestamptz not null check (expires_at > sent_at),
      outcome text check (outcome in ('accepted', 'revoked')),
      outcome_at timestamptz,
      check ((outcome is null) = (outcome_at is null)),
      check (num_nonnulls(email, phone) = case when outcome is null then 1 else 0 end)
    )`.execute(db);
  await sql`comment on table team_invitations is 'a link''s token is known to its holder only; the contact is forgotten when the invitation is over; owner: a shop is handed over'`.execute(
    db,
  );
  await sql`create unique index team_invitations_one_open_email on team_invitations (organisation_id, email) where outcome is null`.execute(
    db,
  );
  await sql`create unique index team_invitations_one_open_phone on team_invitations (organisation_id, phone) where outcome is null`.execute(
    db,
  );
  await sql`create unique index team_invitations_one_open_owner on team_invitations (organisation_id) where outcome is null and role = 'owner'`.execute(
    db,
  );

  await sql`
    create table caretakings (
      id uuid primary key default gen_random_uuid(),
      seller_id uuid not null references sellers on delete cascade,
      staff_id text not null references users,
      phone text check (phone ~ '^\\+[0-9]{7,15}$'),
      is_current boolean not null,
      since timestamptz not null,
      ended_at timestamptz check (ended_at >= since),
      check (ended_at is null or (phone is null and not is_current))
    )`.execute(db);
  await sql`comment on table caretakings is 'staff who fill a shop for its maker; they never review what they filled. phone: the maker''s, until she takes over'`.execute(
    db,
  );
  await sql`create unique index caretakings_one_open on caretakings (seller_id) where ended_at is null`.execute(db);
  await sql`create unique index caretakings_one_current on caretakings (staff_id) where is_current`.execute(db);
  await sql`create index caretakings_of_staff on caretakings (staff_id, since desc)`.execute(db);

  await sql`alter table sellers add column closure_version int not null default 1 check (closure_version > 0)`.execute(
    db,
  );
  await sql`alter table sellers add column routes_version int not null default 1 check (routes_version > 0)`.execute(
    db,
  );
  await sql`
    create table shop_closures (
      seller_id uuid primary key references sellers on delete cascade,
      from_on date not null,
      until_on date not null check (until_on >= from_on and until_on <= from_on + 365),
      note_az text check (note_az <> ''),
      note_en text check (note_en <> ''),
      note_ru text check (note_ru <> ''),
      updated_at timestamptz not null
    )`.execute(db);
  await sql`comment on table shop_closures is 'calendar days in Baku, both included; whether a shop is closed is read off the clock, no job opens it again'`.execute(
    db,
  );

  await sql`
    create table default_route_zones (
      service text not null check (service in ('post', 'courier', 'freight', 'pick_up', 'digital')),
      position int not null,
      countries text[] not null,
      days_min int not null check (days_min >= 0),
      days_max int not null check (days_max >= days_min),
      currency char(3) check (currency ~ '^[A-Z]{3}$'),
      maximum_grams int check (maximum_grams > 0),
      rates jsonb not null,
      primary key (service, position)
    )`.execute(db);
  await sql`comment on table default_route_zones is 'the Federation''s draft of how a shop may ship; rates: [{upToGrams, amountMinor}], rising'`.execute(
    db,
  );
}
