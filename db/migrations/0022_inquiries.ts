import { sql, type Kysely } from "kysely";

/** Buyers ask, sellers answer: threads with their messages, who may open them, who is told, and what stops abuse. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await createThreads(db);
  await createGuestLinks(db);
  await createNotices(db);
  await createDefences(db);
  await noteChangedFields(db);
}

/** So that a team sees which of the things that staff asked for it has mended since. */
async function noteChangedFields(db: Kysely<unknown>): Promise<void> {
  await sql`alter table sellers add column changed_in_version jsonb not null default '{}'`.execute(db);
  await sql`comment on column sellers.changed_in_version is 'the version in which each field that staff judge was changed last'`.execute(
    db,
  );
}

async function createThreads(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table inquiries (
      id uuid primary key default gen_random_uuid(),
      reference text not null unique check (reference ~ '^[2-9A-HJ-NP-Z]{6}$'),
      seller_id uuid not null references sellers,
      kind text not null check (kind in ('question', 'sample')),
      status text not null check (status in ('unconfirmed', 'open', 'answered', 'declined', 'closed', 'spam', 'stopped')),
      buyer_user_id text references users,
      guest_email text check (guest_email like '%_@_%' and guest_email = lower(guest_email)),
      buyer_name text check (buyer_name <> ''),
      company text check (company <> ''),
      locale text not null check (locale in ('az', 'en', 'ru')),
      destination text not null references destinations (country),
      needed_by date,
      incoterm text references incoterms (code),
      target_amount_minor bigint check (target_amount_minor > 0),
      target_currency text check (target_currency ~ '^[A-Z]{3}$'),
      source text not null check (source in
        ('search', 'category', 'region', 'craft', 'collection', 'home', 'saved', 'listing', 'seller', 'qr', 'fair', 'direct')),
      source_detail text check (source_detail <> '' and length(source_detail) <= 200),
      created_at timestamptz not null,
      confirmed_at timestamptz,
      last_message_at timestamptz not null,
      waits_since timestamptz,
      first_answered_at timestamptz,
      message_count int not null default 0 check (message_count >= 0),
      assigned_to text references users on delete set null,
      seller_read int not null default 0 check (seller_read between 0 and message_count),
      seller_read_at timestamptz,
      buyer_read int not null default 0 check (buyer_read between 0 and message_count),
      buyer_read_at timestamptz,
      erased_at timestamptz,
      folded_buyer text not null generated always as (lower(translate(
        reference || ' ' || coalesce(buyer_name, '') || ' ' || coalesce(company, ''),
        'İIıƏəĞğÖöÜüÇçŞş', 'iiieeggoouuccss'))) stored,
      check ((status = 'unconfirmed') = (confirmed_at is null)),
      check (status <> 'unconfirmed' or guest_email is not null),
      check (num_nonnulls(buyer_user_id, guest_email) = case when erased_at is null then 1 else 0 end),
      check ((buyer_name is null) = (erased_at is not null)),
      check ((target_amount_minor is null) = (target_currency is null)),
      check ((waits_since is not null) = (status = 'open')),
      check (first_answered_at >= confirmed_at)
    )`.execute(db);
  await sql`comment on table inquiries is 'a buyer''s question to one seller; a guest''s is unconfirmed until the link in her mail is pressed'`.execute(
    db,
  );
  await sql`comment on column inquiries.waits_since is 'when the buyer wrote what the seller has not answered; what waits longest comes first'`.execute(
    db,
  );
  await sql`create index inquiries_waiting on inquiries (seller_id, waits_since, id) where status = 'open'`.execute(db);
  await sql`create index inquiries_of_seller on inquiries (seller_id, last_message_at desc, id) where status <> 'unconfirmed'`.execute(
    db,
  );
  await sql`create index inquiries_by_status on inquiries (seller_id, status, last_message_at desc, id)`.execute(db);
  await sql`create index inquiries_of_buyer on inquiries (buyer_user_id, last_message_at desc, id) where buyer_user_id is not null`.execute(
    db,
  );
  await sql`create index inquiries_of_guest on inquiries (guest_email, last_message_at desc, id) where guest_email is not null`.execute(
    db,
  );
  await sql`create index inquiries_assigned on inquiries (assigned_to) where assigned_to is not null`.execute(db);
  await sql`create index inquiries_answered on inquiries (seller_id, first_answered_at desc) where first_answered_at is not null`.execute(
    db,
  );
  await sql`create index inquiries_unconfirmed on inquiries (created_at) where status = 'unconfirmed'`.execute(db);
  await sql`
    create table inquiry_lines (
      inquiry_id uuid not null references inquiries on delete cascade,
      position int not null check (position > 0),
      listing_id uuid not null references listings,
      listing_version int not null check (listing_version > 0),
      variant_id uuid references listing_variants,
      quantity int not null check (quantity between 1 and 100000),
      primary key (inquiry_id, position),
      unique nulls not distinct (inquiry_id, listing_id, variant_id)
    )`.execute(db);
  await sql`comment on column inquiry_lines.listing_version is 'the publication that was on the page when it was asked about'`.execute(
    db,
  );
  await sql`create index inquiry_lines_of_listing on inquiry_lines (listing_id)`.execute(db);
  await sql`
    create table inquiry_messages (
      id uuid primary key default gen_random_uuid(),
      inquiry_id uuid not null references inquiries on delete cascade,
      position int not null check (position > 0),
      side text not null check (side in ('buyer', 'seller', 'system')),
      audience text not null default 'both' check (audience in ('both', 'seller')),
      author_id text references users on delete set null,
      body text check (body <> ''),
      locale text check (locale in ('az', 'en', 'ru')),
      facts jsonb not null default '[]' check (jsonb_typeof(facts) = 'array'),
      event text check (event in
        ('declined', 'closed', 'marked_spam', 'not_spam', 'assigned', 'unassigned', 'blocked', 'unblocked', 'stopped_by_staff')),
      event_words text check (event_words <> ''),
      member_id text references users on delete set null,
      written_at timestamptz not null,
      erased_at timestamptz,
      folded_body text generated always as (lower(translate(body, 'İIıƏəĞğÖöÜüÇçŞş', 'iiieeggoouuccss'))) stored,
      unique (inquiry_id, position),
      check ((side = 'system') = (event is not null)),
      check (member_id is null or event = 'assigned'),
      check (side <> 'system' or (body is null and facts = '[]')),
      check ((body is null) = (locale is null))
    )`.execute(db);
  await sql`comment on column inquiry_messages.body is 'as it was written, in the language of locale; never changed, erased with its writer'`.execute(
    db,
  );
  await sql`comment on column inquiry_messages.member_id is 'to whom of the team the thread was given; her name is not written down, since she may go'`.execute(
    db,
  );
  await sql`create index inquiry_messages_of_author on inquiry_messages (author_id, written_at) where author_id is not null`.execute(
    db,
  );
  await sql`
    create function refuse_message_change() returns trigger language plpgsql as $$
    begin
      if new.erased_at is null and (new.body, new.locale, new.facts, new.event, new.event_words, new.side, new.position, new.written_at)
        is distinct from (old.body, old.locale, old.facts, old.event, old.event_words, old.side, old.position, old.written_at) then
        raise exception 'a message stays as it was written: write another one instead';
      end if;
      return new;
    end $$`.execute(db);
  await sql`
    create trigger inquiry_messages_frozen before update on inquiry_messages
    for each row execute function refuse_message_change()`.execute(db);
  await sql`
    create table inquiry_message_files (
      message_id uuid not null references inquiry_messages on delete cascade,
      position int not null check (position between 1 and 10),
      file_id uuid not null unique references private_files,
      primary key (message_id, position)
    )`.execute(db);
  await sql`
    create table inquiry_translations (
      message_id uuid not null references inquiry_messages on delete cascade,
      locale text not null check (locale in ('az', 'en', 'ru')),
      body text not null check (body <> ''),
      provider text not null check (provider <> ''),
      translated_at timestamptz not null,
      primary key (message_id, locale)
    )`.execute(db);
  await sql`
    create table saved_answers (
      id uuid primary key default gen_random_uuid(),
      seller_id uuid not null references sellers on delete cascade,
      title text not null check (title <> '' and length(title) <= 80),
      version int not null default 1 check (version > 0),
      created_at timestamptz not null,
      updated_at timestamptz not null,
      unique (seller_id, title)
    )`.execute(db);
  await sql`
    create table saved_answer_texts (
      answer_id uuid not null references saved_answers on delete cascade,
      locale text not null check (locale in ('az', 'en', 'ru')),
      body text not null check (body <> '' and length(body) <= 2000),
      primary key (answer_id, locale)
    )`.execute(db);
}

async function createGuestLinks(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table inquiry_links (
      id uuid primary key default gen_random_uuid(),
      digest text not null unique check (digest <> ''),
      inquiry_id uuid not null references inquiries on delete cascade,
      created_at timestamptz not null,
      expires_at timestamptz not null check (expires_at > created_at),
      opened_at timestamptz,
      revoked_at timestamptz
    )`.execute(db);
  await sql`comment on table inquiry_links is 'what letters to a guest open her thread with; each letter has a new one, and its opening ends the older ones'`.execute(
    db,
  );
  await sql`create index inquiry_links_of_inquiry on inquiry_links (inquiry_id, created_at desc)`.execute(db);
  await sql`
    create table guest_accesses (
      visit_digest text not null check (visit_digest <> ''),
      inquiry_id uuid not null references inquiries on delete cascade,
      link_id uuid not null references inquiry_links on delete cascade,
      created_at timestamptz not null,
      expires_at timestamptz not null check (expires_at > created_at),
      primary key (visit_digest, inquiry_id)
    )`.execute(db);
  await sql`create index guest_accesses_of_inquiry on guest_accesses (inquiry_id)`.execute(db);
  await sql`create index guest_accesses_expiry on guest_accesses (expires_at)`.execute(db);
}

async function createNotices(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table notice_preferences (
      user_id text primary key references users on delete cascade,
      by_mail boolean not null,
      by_sms boolean not null,
      quiet_from smallint check (quiet_from between 0 and 1439),
      quiet_to smallint check (quiet_to between 0 and 1439),
      updated_at timestamptz not null,
      check ((quiet_from is null) = (quiet_to is null)),
      check (quiet_from <> quiet_to)
    )`.execute(db);
  await sql`comment on column notice_preferences.quiet_from is 'minute of the day in Baku from which nothing is sent, until quiet_to'`.execute(
    db,
  );
  await sql`
    create table inquiry_notices (
      id uuid primary key default gen_random_uuid(),
      inquiry_id uuid not null references inquiries on delete cascade,
      message_id uuid not null references inquiry_messages on delete cascade,
      user_id text references users on delete cascade,
      due_at timestamptz not null,
      told_at timestamptz,
      unique nulls not distinct (message_id, user_id)
    )`.execute(db);
  await sql`comment on table inquiry_notices is 'who is to be told of which message; of nobody known, the guest of the inquiry'`.execute(
    db,
  );
  await sql`create index inquiry_notices_waiting on inquiry_notices (user_id, due_at) where told_at is null`.execute(
    db,
  );
  await sql`create index inquiry_notices_told on inquiry_notices (user_id, told_at desc) where told_at is not null`.execute(
    db,
  );
  await sql`create index inquiry_notices_of_inquiry on inquiry_notices (inquiry_id)`.execute(db);
}

async function createDefences(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table contact_blocks (
      id uuid primary key default gen_random_uuid(),
      seller_id uuid references sellers on delete cascade,
      user_id text references users on delete cascade,
      email_digest text check (email_digest <> ''),
      inquiry_id uuid references inquiries on delete set null,
      blocked_by text references users on delete set null,
      blocked_at timestamptz not null,
      lifted_at timestamptz,
      check (num_nonnulls(user_id, email_digest) = 1)
    )`.execute(db);
  await sql`comment on table contact_blocks is 'whose inquiries a seller, or without one the whole site, takes no more; mailboxes as keyed digests'`.execute(
    db,
  );
  await sql`
    create unique index contact_blocks_once on contact_blocks (seller_id, user_id, email_digest)
    nulls not distinct where lifted_at is null`.execute(db);
  await sql`comment on column contact_blocks.inquiry_id is 'the thread in which it was done: there she has a name'`.execute(
    db,
  );
  await sql`
    create table inquiry_cases (
      id uuid primary key default gen_random_uuid(),
      inquiry_id uuid not null references inquiries on delete cascade,
      reported_by text not null check (reported_by in ('buyer', 'seller')),
      reporter_id text references users on delete set null,
      reason text not null check (reason in ('spam', 'fraud', 'abuse', 'other')),
      words text check (words <> ''),
      status text not null check (status in ('open', 'decided')),
      version int not null default 1 check (version > 0),
      opened_at timestamptz not null,
      answer_by timestamptz not null,
      outcome text check (outcome in ('no_action', 'warned', 'stopped', 'blocked')),
      rule text check (rule in ('honest_contact', 'respect', 'no_fraud', 'terms')),
      facts text check (facts <> ''),
      decided_at timestamptz,
      check ((status = 'decided') = (decided_at is not null)),
      check ((status = 'decided') = (outcome is not null)),
      check ((status = 'decided') = (facts is not null)),
      check ((rule is not null) = (outcome is not null and outcome <> 'no_action'))
    )`.execute(db);
  await sql`create unique index inquiry_cases_one_open on inquiry_cases (inquiry_id, reported_by) where status = 'open'`.execute(
    db,
  );
  await sql`
    create table inquiry_statements (
      id uuid primary key default gen_random_uuid(),
      case_id uuid not null references inquiry_cases on delete cascade,
      words text not null check (words <> ''),
      said_at timestamptz not null
    )`.execute(db);
  await sql`comment on table inquiry_statements is 'what the other side says to a report of it'`.execute(db);
  await sql`create index inquiry_statements_of_case on inquiry_statements (case_id, said_at, id)`.execute(db);
}
