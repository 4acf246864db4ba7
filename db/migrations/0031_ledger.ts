import { sql, type Kysely } from "kysely";

const ACCOUNT_KINDS = [
  "stripe_clearing",
  "stripe_balance",
  "stripe_fees",
  "bank",
  "bank_in_transit",
  "exchange",
  "seller_pending",
  "seller_payable",
  "counter",
  "commission",
  "refunds_late",
  "disputes",
  "unexplained",
];

const SELLERS_ACCOUNTS = ["seller_pending", "seller_payable", "counter"];

const ENTRY_KINDS = [
  "receipt",
  "late_receipt",
  "refund",
  "refund_failed",
  "release",
  "deposit_release",
  "counter_settled",
  "dispute_opened",
  "dispute_won",
  "dispute_lost",
  "stripe_charge",
  "stripe_refund",
  "stripe_dispute",
  "stripe_payout",
  "stripe_fee",
  "stripe_unexplained",
  "stripe_explained",
  "payout_sent",
  "payout_settled",
  "payout_returned",
];

const listed = (values: readonly string[]) => sql.raw(values.map((value) => `'${value}'`).join(", "));

/** The ledger, the terms under which sellers are paid, what holds their money, payouts, and what Stripe's own books differ in. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await createLedger(db);
  await guardLedger(db);
  await createTerms(db);
  await createHolds(db);
  await createReleaseQueue(db);
  await createBatches(db);
  await createPayouts(db);
  await createReconciliation(db);
  await sql`alter table sellers add column iban_changed_at timestamptz, add column iban_verified_at timestamptz,
    add column iban_verified_by text references users on delete set null`.execute(db);
  await sql`comment on column sellers.iban_changed_at is 'when another account took the place of one that money could go to; null as long as none has'`.execute(
    db,
  );
}

async function createLedger(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table ledger_accounts (
      id int generated always as identity primary key,
      kind text not null check (kind in (${listed(ACCOUNT_KINDS)})),
      seller_id uuid references sellers,
      currency char(3) not null check (currency ~ '^[A-Z]{3}$'),
      constraint ledger_accounts_once unique nulls not distinct (kind, seller_id, currency),
      unique (id, currency),
      constraint ledger_accounts_of_sellers check ((seller_id is not null) = (kind in (${listed(SELLERS_ACCOUNTS)})))
    )`.execute(db);
  await sql`comment on table ledger_accounts is 'what is on one is the sum of its postings; it is kept nowhere'`.execute(
    db,
  );
  await sql`create index ledger_accounts_of_seller on ledger_accounts (seller_id) where seller_id is not null`.execute(
    db,
  );
  await sql`
    create table ledger_entries (
      id bigint generated always as identity primary key,
      kind text not null check (kind in (${listed(ENTRY_KINDS)})),
      order_id uuid,
      seller_id uuid references sellers,
      source_kind text not null check (source_kind ~ '^[a-z]+(_[a-z]+)*$'),
      source_id text not null check (source_id <> ''),
      clearing_item text check (clearing_item ~ '^(receipt|refund|dispute):'),
      posting_count smallint not null check (posting_count >= 2),
      booked_at timestamptz not null,
      note text check (note <> ''),
      constraint ledger_entries_source unique (source_kind, source_id),
      foreign key (order_id, seller_id) references orders (id, seller_id),
      check (order_id is null or seller_id is not null)
    )`.execute(db);
  await sql`comment on column ledger_entries.source_id is 'of what is booked: the same again books nothing'`.execute(
    db,
  );
  await sql`comment on column ledger_entries.clearing_item is 'by what a movement at Stripe finds what was recorded here: together they leave nothing on stripe_clearing'`.execute(
    db,
  );
  await sql`create index ledger_entries_to_clear on ledger_entries (clearing_item) where clearing_item is not null`.execute(
    db,
  );
  await sql`comment on column ledger_entries.posting_count is 'said beforehand, so that nothing is added to an entry later'`.execute(
    db,
  );
  await sql`create index ledger_entries_of_seller on ledger_entries (seller_id, booked_at desc, id desc) where seller_id is not null`.execute(
    db,
  );
  await sql`create index ledger_entries_of_order on ledger_entries (order_id) where order_id is not null`.execute(db);
  await sql`create index ledger_entries_latest on ledger_entries (booked_at desc, id desc)`.execute(db);
  await sql`
    create table ledger_postings (
      entry_id bigint not null references ledger_entries,
      position smallint not null check (position > 0),
      account_id int not null,
      currency char(3) not null,
      amount_minor bigint not null check (amount_minor <> 0),
      primary key (entry_id, position),
      foreign key (account_id, currency) references ledger_accounts (id, currency)
    )`.execute(db);
  await sql`comment on column ledger_postings.amount_minor is 'positive is debit'`.execute(db);
  await sql`create index ledger_postings_of_account on ledger_postings (account_id, entry_id) include (amount_minor)`.execute(
    db,
  );
}

async function guardLedger(db: Kysely<unknown>): Promise<void> {
  await sql`
    create function refuse_unbalanced_entry() returns trigger language plpgsql as $$
    declare
      entry bigint := case tg_table_name when 'ledger_entries' then (to_jsonb(new) ->> 'id')::bigint else (to_jsonb(new) ->> 'entry_id')::bigint end;
    begin
      if exists (select from ledger_postings where entry_id = entry group by currency having sum(amount_minor) <> 0) then
        raise exception 'an entry sums to zero in each currency' using errcode = '23514', constraint = 'ledger_entries_balanced';
      end if;
      if (select count(*) from ledger_postings where entry_id = entry) <> (select posting_count from ledger_entries where id = entry) then
        raise exception 'an entry has the postings that it said it would have' using errcode = '23514', constraint = 'ledger_entries_whole';
      end if;
      return null;
    end $$`.execute(db);
  for (const table of ["ledger_entries", "ledger_postings"]) {
    await sql`
      create constraint trigger ${sql.raw(table)}_balanced after insert on ${sql.table(table)}
      deferrable initially deferred for each row execute function refuse_unbalanced_entry()`.execute(db);
  }
  await sql`
    create function refuse_ledger_change() returns trigger language plpgsql as $$
    begin
      raise exception 'what is booked stays as it was booked' using errcode = '23514', constraint = 'ledger_kept';
    end $$`.execute(db);
  for (const table of ["ledger_accounts", "ledger_entries", "ledger_postings"]) {
    await sql`
      create trigger ${sql.raw(table)}_kept before update or delete on ${sql.table(table)}
      for each row execute function refuse_ledger_change()`.execute(db);
    await sql`
      create trigger ${sql.raw(table)}_not_emptied before truncate on ${sql.table(table)}
      for each statement execute function refuse_ledger_change()`.execute(db);
  }
}

const TERMS = sql`
      commission_basis_points int not null check (commission_basis_points between 0 and 5000),
      hold_days int not null check (hold_days between 0 and 90),
      deposit_release_basis_points int not null check (deposit_release_basis_points between 0 and 10000)`;

async function createTerms(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table platform_terms (
      level text not null check (level in ('exploring', 'preparing', 'ready', 'exporting')),
      revision int not null check (revision > 0),
      ${TERMS},
      set_by text references users on delete set null,
      set_at timestamptz not null,
      primary key (level, revision)
    )`.execute(db);
  await sql`comment on table platform_terms is 'for sellers without terms of their own, by how ready they are; the latest revision counts'`.execute(
    db,
  );
  await sql`
    insert into platform_terms (level, revision, commission_basis_points, hold_days, deposit_release_basis_points, set_at)
    select level, 1, 800, 7, 0, '2026-11-01T00:00:00Z' from unnest(array['exploring', 'preparing', 'ready', 'exporting']) as level`.execute(
    db,
  );
  await sql`
    create table seller_terms (
      seller_id uuid not null references sellers,
      revision int not null check (revision > 0),
      ${TERMS},
      set_by text references users on delete set null,
      set_at timestamptz not null,
      primary key (seller_id, revision)
    )`.execute(db);
  await sql`
    create table order_terms (
      order_id uuid primary key references orders on delete cascade,
      ${TERMS}
    )`.execute(db);
  await sql`comment on table order_terms is 'under which it was placed; later terms are for later orders'`.execute(db);
  await sql`
    create function refuse_terms_change() returns trigger language plpgsql as $$
    begin
      if tg_table_name <> 'order_terms' and to_jsonb(new) - 'set_by' = to_jsonb(old) - 'set_by' and to_jsonb(new) ->> 'set_by' is null then
        return new;
      end if;
      raise exception 'terms stay as they were set' using errcode = '23514', constraint = 'terms_kept';
    end $$`.execute(db);
  for (const table of ["platform_terms", "seller_terms", "order_terms"]) {
    await sql`
      create trigger ${sql.raw(table)}_kept before update on ${sql.table(table)}
      for each row execute function refuse_terms_change()`.execute(db);
  }
}

async function createHolds(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table payout_holds (
      id uuid primary key default gen_random_uuid(),
      seller_id uuid not null references sellers,
      order_id uuid,
      rule text not null check (rule in ('after_shipment', 'bank_account_changed', 'dispute', 'problem', 'staff')),
      reason text not null check (reason <> ''),
      held_from timestamptz not null,
      held_until timestamptz check (held_until > held_from),
      held_by text references users on delete set null,
      released_at timestamptz,
      released_by text references users on delete set null,
      foreign key (order_id, seller_id) references orders (id, seller_id)
    )`.execute(db);
  await sql`comment on table payout_holds is 'of an order: its money is not released; of none: the seller is not paid out'`.execute(
    db,
  );
  await sql`comment on column payout_holds.held_until is 'null: until somebody releases it'`.execute(db);
  await sql`create unique index payout_holds_once on payout_holds (seller_id, order_id, rule) nulls not distinct where released_at is null`.execute(
    db,
  );
  await sql`create index payout_holds_of_order on payout_holds (order_id) where order_id is not null`.execute(db);
}

/** What the hourly release looks at, so that it need not add up every order that ever was. */
async function createReleaseQueue(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table orders_to_release (
      order_id uuid primary key references orders on delete cascade
    )`.execute(db);
  await sql`comment on table orders_to_release is 'orders of which money is pending; how much, the ledger says'`.execute(
    db,
  );
}

async function createBatches(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table payout_batches (
      id uuid primary key default gen_random_uuid(),
      reference text not null constraint payout_batches_reference unique check (reference ~ '^[2-9A-HJ-NP-Z]{8}$'),
      provider text not null check (provider in ('bank_batch', 'stripe_connect')),
      currency char(3) not null check (currency ~ '^[A-Z]{3}$'),
      status text not null check (status in ('prepared', 'approved', 'sent', 'settled', 'discarded')),
      prepared_by text references users on delete set null,
      prepared_at timestamptz not null,
      approved_by text references users on delete set null,
      approved_at timestamptz,
      content_sha256 text check (content_sha256 ~ '^[0-9a-f]{64}$'),
      file_key text check (file_key <> ''),
      file_sha256 text check (file_sha256 ~ '^[0-9a-f]{64}$'),
      sent_by text references users on delete set null,
      sent_at timestamptz,
      settled_at timestamptz,
      discarded_by text references users on delete set null,
      discarded_at timestamptz,
      unique (id, currency),
      constraint payout_batches_two_people check (prepared_by <> approved_by),
      check ((approved_at is null) = (content_sha256 is null)),
      check (status not in ('approved', 'sent', 'settled') or approved_at is not null),
      check (status not in ('sent', 'settled') or sent_at is not null),
      check ((file_key is null) = (file_sha256 is null)),
      check ((status = 'settled') = (settled_at is not null)),
      check ((status = 'discarded') = (discarded_at is not null))
    )`.execute(db);
  await sql`create index payout_batches_latest on payout_batches (prepared_at desc, id)`.execute(db);
  await sql`
    create function refuse_batch_change() returns trigger language plpgsql as $$
    begin
      if tg_op = 'DELETE' then
        raise exception 'a batch stays' using errcode = '23514', constraint = 'payout_batches_kept';
      end if;
      if new.status <> old.status and (old.status, new.status) not in (
        ('prepared', 'approved'), ('prepared', 'discarded'), ('approved', 'sent'), ('approved', 'discarded'), ('sent', 'settled')) then
        raise exception 'a batch does not go from % to %', old.status, new.status using errcode = '23514', constraint = 'payout_batches_steps';
      end if;
      if new.status = 'approved' and old.status = 'prepared' and (new.prepared_by is null or new.approved_by is null) then
        raise exception 'two people are known when a batch is approved' using errcode = '23514', constraint = 'payout_batches_two_people';
      end if;
      if (new.reference, new.provider, new.currency, new.prepared_at) is distinct from (old.reference, old.provider, old.currency, old.prepared_at)
        or (new.prepared_by is distinct from old.prepared_by and new.prepared_by is not null)
        or (old.approved_at is not null and (
          (new.approved_at, new.content_sha256) is distinct from (old.approved_at, old.content_sha256)
          or (new.approved_by is distinct from old.approved_by and new.approved_by is not null)))
        or (old.file_key is not null and (new.file_key, new.file_sha256) is distinct from (old.file_key, old.file_sha256)) then
        raise exception 'what was prepared and approved stays' using errcode = '23514', constraint = 'payout_batches_kept';
      end if;
      return new;
    end $$`.execute(db);
  await sql`
    create trigger payout_batches_kept before update or delete on payout_batches
    for each row execute function refuse_batch_change()`.execute(db);
}

async function createPayouts(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table payouts (
      id uuid primary key default gen_random_uuid(),
      batch_id uuid not null,
      seller_id uuid not null references sellers,
      currency char(3) not null,
      amount_minor bigint not null check (amount_minor > 0),
      iban text not null check (iban ~ '^[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30}$'),
      creditor_name text not null check (creditor_name <> ''),
      creditor_town text check (creditor_town <> ''),
      creditor_country char(2) not null check (creditor_country ~ '^[A-Z]{2}$'),
      end_to_end_id text not null constraint payouts_end_to_end_id unique check (end_to_end_id ~ '^[A-Z0-9-]{1,35}$'),
      status text not null check (status in ('due', 'sent', 'settled', 'returned', 'discarded')),
      return_reason text check (return_reason <> ''),
      settled_at timestamptz,
      returned_at timestamptz,
      foreign key (batch_id, currency) references payout_batches (id, currency),
      check ((status = 'returned') = (returned_at is not null)),
      check ((returned_at is null) = (return_reason is null)),
      check (status <> 'settled' or settled_at is not null)
    )`.execute(db);
  await sql`create unique index payouts_one_due on payouts (seller_id, currency) where status = 'due'`.execute(db);
  await sql`create index payouts_of_batch on payouts (batch_id, id)`.execute(db);
  await sql`create index payouts_of_seller on payouts (seller_id, id)`.execute(db);
  await sql`
    create function refuse_payout_change() returns trigger language plpgsql as $$
    begin
      if tg_op = 'INSERT' then
        if (select status from payout_batches where id = new.batch_id for share) = 'prepared' then
          return new;
        end if;
        raise exception 'nothing joins a batch that is approved' using errcode = '23514', constraint = 'payouts_frozen';
      end if;
      if tg_op = 'DELETE' or to_jsonb(new) - array['status', 'return_reason', 'settled_at', 'returned_at']
        is distinct from to_jsonb(old) - array['status', 'return_reason', 'settled_at', 'returned_at'] then
        raise exception 'who is paid, how much and where stays as it was prepared' using errcode = '23514', constraint = 'payouts_frozen';
      end if;
      if new.status <> old.status and (old.status, new.status) not in (
        ('due', 'sent'), ('due', 'discarded'), ('sent', 'settled'), ('sent', 'returned'), ('settled', 'returned')) then
        raise exception 'a payout does not go from % to %', old.status, new.status using errcode = '23514', constraint = 'payouts_steps';
      end if;
      return new;
    end $$`.execute(db);
  await sql`
    create trigger payouts_frozen before insert or update or delete on payouts
    for each row execute function refuse_payout_change()`.execute(db);
}

async function createReconciliation(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table reconciliation_runs (
      id uuid primary key default gen_random_uuid(),
      from_at timestamptz not null,
      until_at timestamptz not null check (until_at > from_at),
      started_at timestamptz not null,
      ended_at timestamptz,
      movement_count int not null default 0 check (movement_count >= 0),
      difference_count int not null default 0 check (difference_count >= 0)
    )`.execute(db);
  await sql`comment on table reconciliation_runs is 'a run without an end did not get there: the next one begins where the last that ended began'`.execute(
    db,
  );
  await sql`create index reconciliation_runs_latest on reconciliation_runs (until_at desc, id)`.execute(db);
  await sql`
    create table reconciliation_differences (
      id uuid primary key default gen_random_uuid(),
      kind text not null check (kind in
        ('charge_unknown', 'amount_differs', 'missing_at_stripe', 'refund_unknown', 'dispute_unknown', 'payout_unknown', 'unexplained_type')),
      source_id text not null check (source_id <> ''),
      stripe_type text check (stripe_type <> ''),
      currency char(3) not null check (currency ~ '^[A-Z]{3}$'),
      amount_minor bigint not null,
      first_seen_at timestamptz not null,
      resolved_at timestamptz,
      resolved_by text references users on delete set null,
      note text check (note <> ''),
      constraint reconciliation_differences_once unique (kind, source_id),
      check ((resolved_at is null) = (note is null))
    )`.execute(db);
  await sql`create index reconciliation_differences_open on reconciliation_differences (first_seen_at desc, id) where resolved_at is null`.execute(
    db,
  );
}
