import { sql, type Kysely } from "kysely";

/** Money that comes and goes back: checkouts that pay dues, sessions at Stripe, its events, receipts, refunds and disputes. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await createCheckouts(db);
  await createSessions(db);
  await createReceipts(db);
  await createRefunds(db);
  await createDisputes(db);
}

async function createCheckouts(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table checkouts (
      id uuid primary key default gen_random_uuid(),
      reference text not null constraint checkouts_reference unique check (reference ~ '^[2-9A-HJ-NP-Z]{8}$'),
      method text not null check (method in ('stripe', 'bank_transfer', 'at_pick_up')),
      status text not null check (status in ('open', 'processing', 'paid', 'ended')),
      currency char(3) not null check (currency ~ '^[A-Z]{3}$'),
      total_minor bigint not null check (total_minor > 0),
      locale text not null check (locale in ('az', 'en', 'ru')),
      created_at timestamptz not null,
      hold_until timestamptz,
      ended_at timestamptz,
      end_reason text check (end_reason in ('expired', 'failed', 'cancelled', 'refused')),
      check ((status = 'ended') = (end_reason is not null)),
      check ((status in ('paid', 'ended')) = (ended_at is not null)),
      check (status <> 'processing' or hold_until is null),
      unique (id, currency)
    )`.execute(db);
  await sql`comment on table checkouts is 'one payment of one or more dues; while it is open or under way no other may pay the same'`.execute(
    db,
  );
  await sql`comment on column checkouts.hold_until is 'when the stock that it holds is looked at: it goes only when Stripe says that nobody can pay any more'`.execute(
    db,
  );
  await sql`create index checkouts_to_look_at on checkouts (hold_until, id) where status = 'open'`.execute(db);
  await sql`
    create table checkout_dues (
      checkout_id uuid not null references checkouts on delete cascade,
      due_id uuid not null,
      order_id uuid not null,
      currency char(3) not null,
      amount_minor bigint not null check (amount_minor > 0),
      is_live boolean not null,
      primary key (checkout_id, due_id),
      foreign key (due_id, order_id) references order_dues (id, order_id) on delete cascade,
      foreign key (order_id, currency) references orders (id, currency),
      foreign key (checkout_id, currency) references checkouts (id, currency)
    )`.execute(db);
  await sql`create unique index checkout_dues_one_live on checkout_dues (due_id) where is_live`.execute(db);
  await sql`create index checkout_dues_of_order on checkout_dues (order_id)`.execute(db);
}

async function createSessions(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table stripe_sessions (
      checkout_id uuid primary key references checkouts on delete cascade,
      session_id text unique check (session_id ~ '^cs_'),
      payment_intent_id text unique check (payment_intent_id ~ '^pi_'),
      url text check (url like 'http%'),
      status text not null check (status in ('opening', 'open', 'complete', 'expired', 'refused')),
      expires_at timestamptz not null,
      opened_at timestamptz,
      looked_at timestamptz,
      check ((session_id is null) = (status in ('opening', 'refused')))
    )`.execute(db);
  await sql`
    create table stripe_events (
      id text primary key check (id ~ '^evt_'),
      type text not null check (type <> ''),
      object_id text,
      is_live boolean not null,
      created_at timestamptz not null,
      received_at timestamptz not null,
      body jsonb not null,
      worked_at timestamptz,
      outcome text check (outcome in ('done', 'nothing', 'unknown')),
      check ((worked_at is null) = (outcome is null))
    )`.execute(db);
  await sql`comment on table stripe_events is 'as they came, by their id, before any work; an event tells where to look, never what is true'`.execute(
    db,
  );
  await sql`create index stripe_events_latest on stripe_events (received_at desc, id)`.execute(db);
  await sql`create index stripe_events_of_object on stripe_events (object_id) where object_id is not null`.execute(db);
}

async function createReceipts(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table receipts (
      id uuid primary key default gen_random_uuid(),
      checkout_id uuid references checkouts,
      method text not null check (method in ('stripe', 'bank_transfer', 'at_pick_up')),
      currency char(3) not null check (currency ~ '^[A-Z]{3}$'),
      amount_minor bigint not null check (amount_minor > 0),
      charge_id text constraint receipts_charge unique check (charge_id ~ '^(ch|py)_'),
      payment_intent_id text,
      paid_with text check (paid_with <> ''),
      bank_reference text check (bank_reference <> ''),
      received_on date not null,
      recorded_at timestamptz not null,
      recorded_by text references users on delete set null,
      unique (id, currency),
      check ((method = 'stripe') = (charge_id is not null)),
      check (method <> 'stripe' or payment_intent_id is not null),
      check (method <> 'bank_transfer' or bank_reference is not null)
    )`.execute(db);
  await sql`comment on table receipts is 'money that came: one charge, one transfer or one payment over the counter'`.execute(
    db,
  );
  await sql`create unique index receipts_transfer_once on receipts (bank_reference, received_on, amount_minor, currency) where method = 'bank_transfer'`.execute(
    db,
  );
  await sql`create index receipts_of_intent on receipts (payment_intent_id) where payment_intent_id is not null`.execute(
    db,
  );
  await sql`create index receipts_of_checkout on receipts (checkout_id) where checkout_id is not null`.execute(db);
  await sql`
    create table receipt_parts (
      receipt_id uuid not null references receipts,
      position int not null check (position > 0),
      order_id uuid not null references orders,
      due_id uuid,
      amount_minor bigint not null check (amount_minor > 0),
      primary key (receipt_id, position),
      foreign key (due_id, order_id) references order_dues (id, order_id),
      unique nulls not distinct (receipt_id, order_id, due_id)
    )`.execute(db);
  await sql`comment on column receipt_parts.due_id is 'null: it came for an order that was cancelled, or was paid already, and goes back'`.execute(
    db,
  );
  await sql`create index receipt_parts_of_order on receipt_parts (order_id)`.execute(db);
  await sql`
    create function refuse_unequal_receipt() returns trigger language plpgsql as $$
    begin
      if exists (select from receipts where id = new.receipt_id and amount_minor <> (
        select sum(amount_minor) from receipt_parts where receipt_id = new.receipt_id)) then
        raise exception 'the parts of a receipt add up to it' using errcode = '23514', constraint = 'receipts_add_up';
      end if;
      return null;
    end $$`.execute(db);
  await sql`
    create constraint trigger receipts_add_up after insert on receipt_parts
    deferrable initially deferred for each row execute function refuse_unequal_receipt()`.execute(db);
  await sql`
    create function refuse_receipt_change() returns trigger language plpgsql as $$
    begin
      if tg_op = 'UPDATE' and tg_table_name = 'receipts' and new.recorded_by is null
        and to_jsonb(new) - 'recorded_by' = to_jsonb(old) - 'recorded_by' then
        return new;
      end if;
      raise exception 'money that came stays as it was recorded' using errcode = '23514', constraint = 'receipts_kept';
    end $$`.execute(db);
  for (const table of ["receipts", "receipt_parts"]) {
    await sql`
      create trigger ${sql.raw(table)}_kept before update or delete on ${sql.table(table)}
      for each row execute function refuse_receipt_change()`.execute(db);
  }
}

async function createRefunds(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table refunds (
      id uuid primary key default gen_random_uuid(),
      receipt_id uuid not null,
      order_id uuid not null references orders,
      currency char(3) not null,
      amount_minor bigint not null check (amount_minor > 0),
      cause text not null check (cause in ('late', 'cancelled', 'seller', 'staff', 'problem', 'withdrawal')),
      words text check (words <> ''),
      status text not null check (status in ('asked', 'sent', 'succeeded', 'failed', 'refused')),
      stripe_refund_id text unique check (stripe_refund_id ~ '^(re|pyr)_'),
      refusal text check (refusal ~ '^[a-z]+(-[a-z]+)*$'),
      asked_by text references users on delete set null,
      asked_at timestamptz not null,
      ended_at timestamptz,
      foreign key (receipt_id, currency) references receipts (id, currency),
      check ((status in ('succeeded', 'failed', 'refused')) = (ended_at is not null)),
      check ((status in ('failed', 'refused')) = (refusal is not null))
    )`.execute(db);
  await sql`comment on table refunds is 'money that goes back the way it came; what failed or was refused is not counted'`.execute(
    db,
  );
  await sql`comment on column refunds.cause is 'late: it came for an order that no longer wanted it'`.execute(db);
  await sql`create index refunds_of_order on refunds (order_id, asked_at)`.execute(db);
  await sql`create index refunds_of_receipt on refunds (receipt_id)`.execute(db);
  await sql`create unique index refunds_late_once on refunds (receipt_id, order_id) where cause = 'late'`.execute(db);
  await sql`
    create table refund_lines (
      refund_id uuid not null references refunds on delete cascade,
      order_line_id uuid references order_lines,
      quantity int check (quantity > 0),
      amount_minor bigint not null check (amount_minor > 0),
      unique nulls not distinct (refund_id, order_line_id),
      check ((order_line_id is null) = (quantity is null))
    )`.execute(db);
  await sql`comment on table refund_lines is 'for what it goes back; without a line it is the carriage, or an amount that was agreed'`.execute(
    db,
  );
  await sql`create index refund_lines_of_line on refund_lines (order_line_id) where order_line_id is not null`.execute(
    db,
  );
  await sql`
    create function refuse_refund_over_receipt() returns trigger language plpgsql as $$
    begin
      perform from receipts where id = new.receipt_id for update;
      if (select coalesce(sum(amount_minor), 0) from refunds where receipt_id = new.receipt_id and status not in ('failed', 'refused'))
        > (select amount_minor from receipts where id = new.receipt_id) then
        raise exception 'no more goes back than came' using errcode = '23514', constraint = 'refunds_within_receipt';
      end if;
      return null;
    end $$`.execute(db);
  await sql`
    create constraint trigger refunds_within_receipt after insert or update of status on refunds
    for each row execute function refuse_refund_over_receipt()`.execute(db);
}

async function createDisputes(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table disputes (
      id text primary key check (id ~ '^(dp|du)_'),
      receipt_id uuid not null,
      currency char(3) not null,
      amount_minor bigint not null check (amount_minor > 0),
      status text not null check (status in
        ('warning_needs_response', 'warning_under_review', 'warning_closed', 'needs_response', 'under_review', 'won', 'lost', 'prevented')),
      reason text not null check (reason <> ''),
      answer_by timestamptz,
      opened_at timestamptz not null,
      closed_at timestamptz,
      evidence_sent_at timestamptz,
      foreign key (receipt_id, currency) references receipts (id, currency)
    )`.execute(db);
  await sql`create index disputes_of_receipt on disputes (receipt_id)`.execute(db);
  await sql`create index disputes_open on disputes (answer_by, id) where closed_at is null`.execute(db);
}
