import { sql, type Kysely } from "kysely";

/** Money that people give back, refunds that are tried again, and what is sent to the bank in a dispute. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table refunds add column retry_of uuid references refunds`.execute(db);
  await sql`create unique index refunds_retried_once on refunds (retry_of) where retry_of is not null`.execute(db);
  await sql`comment on column refunds.retry_of is 'the refund that failed or was refused and is tried again by this one'`.execute(
    db,
  );
  await sql`drop index refunds_late_once`.execute(db);
  await sql`create unique index refunds_late_once on refunds (receipt_id, order_id) where cause = 'late' and retry_of is null`.execute(
    db,
  );
  await sql`comment on table refund_lines is 'for what it goes back: pieces of a line, or the carriage where no line is named; all that is left, and an amount that was agreed, have none'`.execute(
    db,
  );
  await sql`
    create table dispute_evidence (
      dispute_id text primary key references disputes,
      texts jsonb not null check (jsonb_typeof(texts) = 'object'),
      files jsonb not null check (jsonb_typeof(files) = 'object'),
      saved_at timestamptz not null,
      saved_by text references users on delete set null,
      sending_at timestamptz,
      sent_by text references users on delete set null,
      refusal text check (refusal ~ '^[a-z]+(-[a-z]+)*$'),
      check (refusal is null or sending_at is null)
    )`.execute(db);
  await sql`comment on table dispute_evidence is 'what the treasurer tells the bank: a draft until sending_at, then it does not change'`.execute(
    db,
  );
  await sql`comment on column dispute_evidence.files is 'ids that Stripe gave the files, with their names, by what each is'`.execute(
    db,
  );
}
