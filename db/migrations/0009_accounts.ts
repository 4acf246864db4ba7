import { sql, type Kysely } from "kysely";

/** What a person tells about herself beside her login, the messages that leave us, and counts of tries. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table people (
      user_id text primary key references users on delete cascade,
      locale text not null check (locale in ('az', 'en', 'ru')),
      currency char(3) check (currency ~ '^[A-Z]{3}$'),
      destination char(2) references destinations (country),
      company_name text check (company_name <> ''),
      company_tax_id text check (company_tax_id <> ''),
      company_country char(2) check (company_country ~ '^[A-Z]{2}$'),
      version int not null default 1 check (version > 0),
      created_at timestamptz not null,
      updated_at timestamptz not null,
      check (company_name is not null or (company_tax_id is null and company_country is null))
    )`.execute(db);
  await sql`comment on column people.version is 'number of the state that a form was made from: a second editor is told'`.execute(
    db,
  );
  await sql`
    create table sign_up_answers (
      user_id text primary key references users on delete cascade,
      referred_by text check (referred_by in ('abad', 'kobia', 'british_council', 'other')),
      is_woman_led boolean,
      is_under_thirty boolean,
      consented_at timestamptz not null,
      check (referred_by is not null or is_woman_led is not null or is_under_thirty is not null)
    )`.execute(db);
  await sql`comment on table sign_up_answers is 'given freely, with consent, for the Federation''s sums only; never shown of one person'`.execute(
    db,
  );
  await sql`
    create table addresses (
      id uuid primary key default gen_random_uuid(),
      user_id text not null references users on delete cascade,
      is_default boolean not null default false,
      recipient text not null check (recipient <> ''),
      company text check (company <> ''),
      line1 text not null check (line1 <> ''),
      line2 text check (line2 <> ''),
      city text not null check (city <> ''),
      region text check (region <> ''),
      postal_code text check (postal_code <> ''),
      country char(2) not null check (country ~ '^[A-Z]{2}$'),
      phone text check (phone ~ '^\\+[0-9]{7,15}$'),
      created_at timestamptz not null,
      updated_at timestamptz not null
    )`.execute(db);
  await sql`create index addresses_of_person on addresses (user_id, created_at)`.execute(db);
  await sql`create unique index addresses_one_default on addresses (user_id) where is_default`.execute(db);

  await sql`
    create table outgoing_messages (
      id uuid primary key default gen_random_uuid(),
      channel text not null check (channel in ('mail', 'sms')),
      kind text not null check (kind ~ '^[a-z]+(-[a-z]+)*$'),
      user_id text references users on delete set null,
      recipient text,
      locale text not null check (locale in ('az', 'en', 'ru')),
      subject text,
      body_text text,
      body_html text,
      created_at timestamptz not null,
      expires_at timestamptz,
      outcome text check (outcome in ('sent', 'refused', 'expired')),
      outcome_at timestamptz,
      outcome_reason text,
      check ((outcome is null) = (outcome_at is null)),
      check (outcome is not null or (recipient is not null and body_text is not null)),
      check (outcome is not null or (channel = 'mail') = (subject is not null and body_html is not null))
    )`.execute(db);
  await sql`comment on table outgoing_messages is 'each goes once; what it said is erased when it has gone, since links and codes open doors'`.execute(
    db,
  );
  await sql`create index outgoing_messages_of_person on outgoing_messages (user_id, created_at)`.execute(db);
  await sql`
    create table mailbox_messages (
      id uuid primary key,
      channel text not null check (channel in ('mail', 'sms')),
      recipient text not null,
      locale text not null check (locale in ('az', 'en', 'ru')),
      subject text,
      body_text text not null,
      body_html text,
      received_at timestamptz not null
    )`.execute(db);
  await sql`comment on table mailbox_messages is 'what demo and development "send"; empty anywhere else'`.execute(db);
  await sql`create index mailbox_messages_latest on mailbox_messages (received_at desc, id)`.execute(db);

  await sql`
    create table throttle_counts (
      key text primary key,
      points int not null default 0,
      expire bigint
    )`.execute(db);
  await sql`comment on table throttle_counts is 'tries by account and by address, in the shape of rate-limiter-flexible; keys are digests'`.execute(
    db,
  );
}
