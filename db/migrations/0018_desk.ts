import { sql, type Kysely } from "kysely";

/** The reviewer's desk: what was looked at, who is suspended and why, reports of listings, and ways to search the audit log. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table review_looks (
      item_id uuid not null references review_items on delete cascade,
      user_id text not null references users,
      subject_version int not null check (subject_version > 0),
      looked_at timestamptz not null,
      primary key (item_id, user_id)
    )`.execute(db);
  await sql`comment on table review_looks is 'who opened an item in which state: only what was looked at is approved together with others'`.execute(
    db,
  );

  await sql`
    create table seller_suspensions (
      id uuid primary key default gen_random_uuid(),
      seller_id uuid not null references sellers on delete cascade,
      reason text not null check (reason in ('documents', 'copied_design', 'wrong_origin', 'conduct', 'request', 'other')),
      words text not null check (words <> ''),
      suspended_by text not null references users,
      suspended_at timestamptz not null,
      reinstated_by text references users,
      reinstated_at timestamptz,
      reinstatement_words text check (reinstatement_words <> ''),
      check ((reinstated_at is null) = (reinstated_by is null)),
      check ((reinstated_at is null) = (reinstatement_words is null))
    )`.execute(db);
  await sql`create unique index seller_suspensions_one_open on seller_suspensions (seller_id) where reinstated_at is null`.execute(
    db,
  );
  await sql`create index seller_suspensions_of_seller on seller_suspensions (seller_id, suspended_at desc)`.execute(db);
  await sql`create index seller_suspensions_latest on seller_suspensions (coalesce(reinstated_at, suspended_at) desc)`.execute(
    db,
  );
  await sql`create index sellers_by_status on sellers (status, updated_at desc, id)`.execute(db);

  await sql`
    create table report_cases (
      id uuid primary key default gen_random_uuid(),
      listing_id uuid not null references listings,
      seller_id uuid not null references sellers,
      listing_version int not null check (listing_version > 0),
      status text not null check (status in ('open', 'decided')),
      version int not null default 1 check (version > 0),
      opened_at timestamptz not null,
      answer_by timestamptz not null check (answer_by > opened_at),
      outcome text check (outcome in ('no_action', 'warned', 'sent_back', 'taken_down')),
      rule text check (rule in ('own_design', 'handmade', 'origin', 'catalogue')),
      facts text check (facts <> ''),
      decided_at timestamptz,
      check ((status = 'decided') = (decided_at is not null)),
      check ((status = 'decided') = (outcome is not null)),
      check ((status = 'decided') = (facts is not null)),
      check ((rule is not null) = (outcome is not null and outcome <> 'no_action'))
    )`.execute(db);
  await sql`comment on column report_cases.version is 'grows with every report and every word of the seller: who decides has read all of them'`.execute(
    db,
  );
  await sql`comment on column report_cases.listing_version is 'the publication that was on the page when the case was opened'`.execute(
    db,
  );
  await sql`create unique index report_cases_one_open on report_cases (listing_id) where status = 'open'`.execute(db);
  await sql`create index report_cases_of_seller on report_cases (seller_id, opened_at desc)`.execute(db);
  await sql`
    create table reports (
      id uuid primary key default gen_random_uuid(),
      case_id uuid not null references report_cases on delete cascade,
      reason text not null check (reason in ('copied_design', 'not_handmade', 'wrong_origin', 'other')),
      words text check (words <> ''),
      user_id text references users,
      email text check (email like '%_@_%'),
      locale text not null check (locale in ('az', 'en', 'ru')),
      reported_at timestamptz not null
    )`.execute(db);
  await sql`comment on column reports.email is 'of a guest who wants to hear of the decision; forgotten when she was told'`.execute(
    db,
  );
  await sql`create index reports_of_case on reports (case_id, reported_at, id)`.execute(db);
  await sql`create unique index reports_once_a_person on reports (case_id, user_id) where user_id is not null`.execute(
    db,
  );
  await sql`create index reports_of_person on reports (user_id, reported_at) where user_id is not null`.execute(db);
  await sql`create index reports_of_mailbox on reports (email) where email is not null`.execute(db);
  await sql`
    create table report_statements (
      id uuid primary key default gen_random_uuid(),
      case_id uuid not null references report_cases on delete cascade,
      user_id text references users,
      words text not null check (words <> ''),
      said_at timestamptz not null
    )`.execute(db);
  await sql`comment on table report_statements is 'what the seller says to a report'`.execute(db);
  await sql`create index report_statements_of_case on report_statements (case_id, said_at, id)`.execute(db);

  await sql`create index audit_entries_when on audit_entries (happened_at, id)`.execute(db);
  await sql`create index audit_entries_by_actor on audit_entries (actor_id, happened_at, id)`.execute(db);
  await sql`create index audit_entries_by_action on audit_entries (action, happened_at, id)`.execute(db);
  await sql`create index audit_entries_about on audit_entries (subject_id, happened_at, id)`.execute(db);
}
