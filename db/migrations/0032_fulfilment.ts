import { sql, type Kysely } from "kysely";

/** What happens to an order after it is paid, or instead: problems, milestones, hand-overs, reminders and ratings. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table order_lines add column is_custom_made boolean not null default false`.execute(db);
  await sql`comment on column order_lines.is_custom_made is 'made to the buyer''s own specification, so that it cannot be sent back for no reason (Directive 2011/83/EU, art. 16 c)'`.execute(
    db,
  );
  await sql`alter table orders add column accept_reminded_at timestamptz, add column pay_reminded_at timestamptz`.execute(
    db,
  );
  await createProblems(db);
  await createHandovers(db);
  await createRatings(db);
}

async function createProblems(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table order_problems (
      id uuid primary key default gen_random_uuid(),
      order_id uuid not null references orders on delete cascade,
      kind text not null check (kind in ('problem', 'refund', 'withdrawal')),
      status text not null check (status in ('open', 'answered', 'closed')),
      words text check (words <> ''),
      wanted_minor bigint check (wanted_minor > 0),
      opened_at timestamptz not null,
      opened_by text references users on delete set null,
      answer_words text check (answer_words <> ''),
      answered_at timestamptz,
      answered_by text references users on delete set null,
      asked_staff_at timestamptz,
      closed_at timestamptz,
      closed_as text check (closed_as in ('settled', 'decided', 'silent', 'refunded')),
      closed_words text check (closed_words <> ''),
      closed_by text references users on delete set null,
      check ((status = 'closed') = (closed_at is not null)),
      check ((closed_at is null) = (closed_as is null)),
      check (status <> 'answered' or answered_at is not null)
    )`.execute(db);
  await sql`comment on table order_problems is 'what the buyer says is wrong, wants back or withdraws from; until it is closed nothing completes and nothing is paid out'`.execute(
    db,
  );
  await sql`create unique index order_problems_one_open on order_problems (order_id) where status <> 'closed'`.execute(
    db,
  );
  await sql`create index order_problems_of_order on order_problems (order_id, opened_at desc)`.execute(db);
  await sql`create index order_problems_answered on order_problems (answered_at, id) where status = 'answered'`.execute(
    db,
  );
}

async function createHandovers(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table order_milestones (
      id uuid primary key default gen_random_uuid(),
      order_id uuid not null references orders on delete cascade,
      position int not null check (position > 0),
      titles jsonb not null check (titles ? 'az'),
      due_id uuid,
      delivered_at timestamptz,
      accepted_at timestamptz,
      unique (order_id, position),
      unique (id, order_id),
      foreign key (due_id, order_id) references order_dues (id, order_id),
      check (accepted_at is null or delivered_at is not null)
    )`.execute(db);
  await sql`
    create table order_handovers (
      id uuid primary key default gen_random_uuid(),
      order_id uuid not null references orders on delete cascade,
      round int not null check (round > 0),
      milestone_id uuid,
      words text check (words <> ''),
      link text check (link ~ '^https://'),
      handed_at timestamptz not null,
      handed_by text references users on delete set null,
      constraint order_handovers_round unique (order_id, round),
      unique (id, order_id),
      foreign key (milestone_id, order_id) references order_milestones (id, order_id)
    )`.execute(db);
  await sql`comment on table order_handovers is 'what was delivered digitally or over the counter: one row each time, the first and those after a revision'`.execute(
    db,
  );
  await sql`
    create table order_handover_files (
      handover_id uuid not null references order_handovers on delete cascade,
      position int not null check (position > 0),
      file_id uuid not null unique references private_files,
      primary key (handover_id, position)
    )`.execute(db);
}

async function createRatings(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table order_ratings (
      order_id uuid primary key references orders on delete cascade,
      seller_id uuid not null,
      stars int not null check (stars between 1 and 5),
      words text check (words <> ''),
      locale text not null check (locale in ('az', 'en', 'ru')),
      rated_at timestamptz not null,
      rated_by text references users on delete set null,
      answer_words text check (answer_words <> ''),
      answered_at timestamptz,
      answered_by text references users on delete set null,
      hidden_at timestamptz,
      hidden_reason text check (hidden_reason <> ''),
      hidden_by text references users on delete set null,
      foreign key (order_id, seller_id) references orders (id, seller_id),
      check ((answered_at is null) = (answer_words is null)),
      check ((hidden_at is null) = (hidden_reason is null))
    )`.execute(db);
  await sql`create index order_ratings_of_seller on order_ratings (seller_id, rated_at desc) where hidden_at is null`.execute(
    db,
  );
}
