import { sql, type Kysely } from "kysely";

/** Trade documents: numbered without gaps, frozen with what they say, and the bytes that were set of them. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table document_counters (
      seller_id uuid not null references sellers,
      kind text not null check (kind ~ '^[a-z]+[0-9]*(_[a-z0-9]+)*$'),
      year int not null check (year between 2000 and 2999),
      last_number int not null check (last_number >= 0),
      primary key (seller_id, kind, year)
    )`.execute(db);
  await sql`comment on table document_counters is 'held by the transaction that makes a document, so that one that is rolled back takes its number back'`.execute(
    db,
  );
  await sql`
    create table trade_documents (
      id uuid primary key default gen_random_uuid(),
      seller_id uuid not null,
      kind text not null,
      year int not null check (year = extract(year from issued_on)),
      number int not null check (number > 0),
      reference text not null check (reference <> ''),
      subject_kind text not null check (subject_kind ~ '^[a-z]+(-[a-z]+)*$'),
      subject_id text not null check (subject_id <> ''),
      revision int not null check (revision > 0),
      replaces uuid,
      second_language text not null check (second_language in ('en', 'ru')),
      issued_on date not null,
      issued_at timestamptz not null,
      issued_by text references users,
      buyer_user_id text references users,
      data jsonb not null check (jsonb_typeof(data) = 'object'),
      foreign key (seller_id, kind, year) references document_counters (seller_id, kind, year),
      constraint trade_documents_number unique (seller_id, kind, year, number),
      constraint trade_documents_subject unique (seller_id, subject_kind, subject_id, kind, revision),
      constraint trade_documents_of_subject unique (id, seller_id, subject_kind, subject_id, kind),
      constraint trade_documents_replaced_once unique (replaces),
      constraint trade_documents_replaces foreign key (replaces, seller_id, subject_kind, subject_id, kind)
        references trade_documents (id, seller_id, subject_kind, subject_id, kind),
      check ((replaces is null) = (revision = 1))
    )`.execute(db);
  await sql`comment on column trade_documents.issued_on is 'the calendar day in Baku; its year is the number''s'`.execute(
    db,
  );
  await sql`comment on column trade_documents.subject_id is 'of what the calling room made it: an order, a quote'`.execute(
    db,
  );
  await sql`create index trade_documents_latest on trade_documents (seller_id, issued_at desc, id)`.execute(db);
  await sql`create index trade_documents_of_buyer on trade_documents (buyer_user_id, issued_at) where buyer_user_id is not null`.execute(
    db,
  );
  await sql`create index trade_documents_issued_by on trade_documents (issued_by) where issued_by is not null`.execute(
    db,
  );
  await sql`
    create table document_files (
      document_id uuid primary key references trade_documents,
      file_key text not null unique,
      sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
      byte_count int not null check (byte_count > 0),
      stored_at timestamptz not null
    )`.execute(db);
  await sql`comment on table document_files is 'the one PDF of a document: the first that was set of its data, sealed in the file store; a reprint is this one'`.execute(
    db,
  );
  await freeze(db);
}

/** Whose account bought or pressed is not printed, so it may be forgotten with the account; nothing else changes. */
async function freeze(db: Kysely<unknown>): Promise<void> {
  await sql`
    create function refuse_document_change() returns trigger language plpgsql as $$
    begin
      if tg_op = 'UPDATE' and tg_table_name = 'trade_documents' then
        if to_jsonb(new) - array['buyer_user_id', 'issued_by'] = to_jsonb(old) - array['buyer_user_id', 'issued_by']
          and coalesce(to_jsonb(new) ->> 'buyer_user_id', to_jsonb(old) ->> 'buyer_user_id') is not distinct from to_jsonb(old) ->> 'buyer_user_id'
          and coalesce(to_jsonb(new) ->> 'issued_by', to_jsonb(old) ->> 'issued_by') is not distinct from to_jsonb(old) ->> 'issued_by' then
          return new;
        end if;
      end if;
      raise exception 'a document stays as it was issued: issue one that replaces it instead';
    end $$`.execute(db);
  for (const table of ["trade_documents", "document_files"]) {
    await sql`
      create trigger ${sql.raw(table)}_frozen before update or delete on ${sql.table(table)}
      for each row execute function refuse_document_change()`.execute(db);
    await sql`
      create trigger ${sql.raw(table)}_kept before truncate on ${sql.table(table)}
      for each statement execute function refuse_document_change()`.execute(db);
  }
  await sql`
    create function refuse_counter_change() returns trigger language plpgsql as $$
    begin
      if tg_op = 'DELETE' or (new.seller_id, new.kind, new.year) is distinct from (old.seller_id, old.kind, old.year)
        or new.last_number <> old.last_number + 1 then
        raise exception 'numbers of documents go up by one';
      end if;
      return new;
    end $$`.execute(db);
  await sql`
    create trigger document_counters_frozen before update or delete on document_counters
    for each row execute function refuse_counter_change()`.execute(db);
}
