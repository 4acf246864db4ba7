import { sql, type Kysely } from "kysely";

const STATUSES = [
  "awaiting_acceptance",
  "pending_payment",
  "partly_paid",
  "paid",
  "in_preparation",
  "shipped",
  "delivered",
  "completed",
  "cancelled",
  "refunded",
];

/** deed, whose, from, to: as `app/modules/orders/transitions.ts` had it when this was written; a test holds the two together. */
const STEPS: readonly [string, string, string, string][] = [
  ["accept", "seller", "awaiting_acceptance", "pending_payment"],
  ["decline", "seller", "awaiting_acceptance", "cancelled"],
  ["lapse", "clock", "awaiting_acceptance", "cancelled"],
  ["receive-part", "money", "pending_payment", "partly_paid"],
  ["receive-all", "money", "pending_payment partly_paid", "paid"],
  ["expire", "clock", "pending_payment", "cancelled"],
  ["prepare", "seller", "pending_payment partly_paid paid", "in_preparation"],
  ["ship", "seller", "paid in_preparation", "shipped"],
  ["deliver", "seller", "paid in_preparation", "delivered"],
  ["ask-again", "buyer", "delivered", "in_preparation"],
  ["confirm", "buyer", "shipped delivered", "completed"],
  ["complete", "clock", "shipped delivered", "completed"],
  ["cancel", "buyer staff", "awaiting_acceptance pending_payment partly_paid paid in_preparation", "cancelled"],
  ["cancel", "seller", "pending_payment partly_paid paid in_preparation", "cancelled"],
  ["refund-all", "money", "partly_paid paid in_preparation shipped delivered completed", "refunded"],
];

/** Carts, orders with their lines and dues, the stock that waits for money, and everything that ever happened to an order. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await createCarts(db);
  await createTransitions(db);
  await createOrders(db);
  await createLinesAndDues(db);
  await createHolds(db);
  await createHistory(db);
  await createGuestAccess(db);
  await sql`alter table route_zones add column free_over_minor bigint check (free_over_minor > 0),
    add constraint route_zones_free_in_a_currency check (free_over_minor is null or currency is not null)`.execute(db);
  await sql`comment on column route_zones.free_over_minor is 'goods worth this much go free of charge, in the zone''s currency'`.execute(
    db,
  );
}

async function createCarts(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table carts (
      id uuid primary key default gen_random_uuid(),
      buyer_user_id text unique references users on delete cascade,
      visit_digest text unique check (visit_digest ~ '^[A-Za-z0-9_-]{43}$'),
      created_at timestamptz not null,
      changed_at timestamptz not null,
      check (num_nonnulls(buyer_user_id, visit_digest) = 1)
    )`.execute(db);
  await sql`comment on column carts.visit_digest is 'of what a browser keeps that nobody has signed in with'`.execute(
    db,
  );
  await sql`create index carts_of_visits on carts (changed_at) where visit_digest is not null`.execute(db);
  await sql`
    create table cart_lines (
      id uuid primary key default gen_random_uuid(),
      cart_id uuid not null references carts on delete cascade,
      listing_id uuid not null references listings on delete cascade,
      variant_id uuid references listing_variants on delete cascade,
      quantity int not null check (quantity between 1 and 100000),
      added_at timestamptz not null,
      constraint cart_lines_once unique nulls not distinct (cart_id, listing_id, variant_id)
    )`.execute(db);
  await sql`create index cart_lines_of_listing on cart_lines (listing_id)`.execute(db);
  await sql`
    create table cart_choices (
      cart_id uuid not null references carts on delete cascade,
      seller_id uuid not null references sellers on delete cascade,
      kind text not null check (kind in ('good', 'service')),
      service text not null check (service in ('post', 'courier', 'freight', 'pick_up', 'digital')),
      primary key (cart_id, seller_id, kind)
    )`.execute(db);
  await sql`comment on table cart_choices is 'how the buyer wants what she takes of a seller; without a row the cheapest way'`.execute(
    db,
  );
}

const listed = (values: readonly string[]) => sql.raw(values.map((value) => `'${value}'`).join(", "));

/** The table of transitions once more, where nobody gets past it. */
async function createTransitions(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table order_transitions (
      deed text not null check (deed ~ '^[a-z]+(-[a-z]+)*$'),
      actor text not null check (actor in ('buyer', 'seller', 'staff', 'clock', 'money')),
      from_status text not null check (from_status in (${listed(STATUSES)})),
      to_status text not null check (to_status in (${listed(STATUSES)})),
      primary key (deed, actor, from_status, to_status)
    )`.execute(db);
  for (const [deed, actors, from, to] of STEPS) {
    await sql`
      insert into order_transitions (deed, actor, from_status, to_status)
      select ${deed}, actor, status, ${to}
      from unnest(string_to_array(${actors}, ' ')) as actor, unnest(string_to_array(${from}, ' ')) as status`.execute(
      db,
    );
  }
}

async function createOrders(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table orders (
      id uuid primary key default gen_random_uuid(),
      reference text not null constraint orders_reference unique check (reference ~ '^[2-9A-HJ-NP-Z]{8}$'),
      seller_id uuid not null references sellers,
      kind text not null check (kind in ('good', 'service')),
      status text not null check (status in (${listed(STATUSES)})),
      revision int not null default 1 check (revision > 0),
      delivery text not null check (delivery in ('post', 'courier', 'freight', 'pick_up', 'digital')),
      payment_method text not null check (payment_method in ('stripe', 'bank_transfer', 'at_pick_up')),
      prepares_after text not null check (prepares_after in ('all', 'first_due', 'nothing')),
      currency char(3) not null check (currency ~ '^[A-Z]{3}$'),
      goods_minor bigint not null check (goods_minor > 0),
      shipping_minor bigint not null check (shipping_minor >= 0),
      total_minor bigint not null check (total_minor = goods_minor + shipping_minor),
      received_minor bigint not null default 0 check (received_minor >= 0),
      refunded_minor bigint not null default 0 check (refunded_minor between 0 and received_minor),
      dispute text not null default 'none' check (dispute in ('none', 'open', 'won', 'lost')),
      buyer_user_id text references users,
      guest_email text check (guest_email like '%_@_%' and guest_email = lower(guest_email)),
      buyer_name text check (buyer_name <> ''),
      company text check (company <> ''),
      tax_number text check (tax_number <> ''),
      phone text check (phone ~ '^\\+[0-9]{7,15}$'),
      address jsonb check (jsonb_typeof(address) = 'object'),
      locale text not null check (locale in ('az', 'en', 'ru')),
      destination text not null references destinations (country),
      incoterm text references incoterms (code),
      incoterm_place text,
      ready_in_days int check (ready_in_days >= 0),
      transit_days_min int not null check (transit_days_min >= 0),
      transit_days_max int not null check (transit_days_max >= transit_days_min),
      rates jsonb not null check (jsonb_typeof(rates) = 'object'),
      merchant jsonb not null check (jsonb_typeof(merchant) = 'object'),
      terms_version text not null check (terms_version <> ''),
      note text check (note <> ''),
      placed_at timestamptz not null,
      accept_by timestamptz,
      accepted_at timestamptz,
      pay_by timestamptz,
      paid_at timestamptz,
      preparing_at timestamptz,
      ready_at timestamptz,
      shipped_at timestamptz,
      delivered_at timestamptz,
      complete_by timestamptz,
      completed_at timestamptz,
      cancelled_at timestamptz,
      cancel_reason text check (cancel_reason ~ '^[a-z]+(-[a-z]+)*$'),
      cancel_words text check (cancel_words <> ''),
      erased_at timestamptz,
      unique (id, seller_id),
      unique (id, currency),
      check (num_nonnulls(buyer_user_id, guest_email) = case when erased_at is null then 1 else 0 end),
      check ((buyer_name is null) = (erased_at is not null)),
      check ((incoterm is null) = (incoterm_place is null)),
      check (status <> 'awaiting_acceptance' or accept_by is not null),
      check (status <> 'pending_payment' or pay_by is not null or payment_method = 'at_pick_up'),
      check ((status = 'cancelled') = (cancelled_at is not null)),
      check ((cancelled_at is null) = (cancel_reason is null)),
      check (status <> 'shipped' or (shipped_at is not null and complete_by is not null)),
      check (status <> 'delivered' or (delivered_at is not null and complete_by is not null)),
      check (status <> 'completed' or completed_at is not null),
      check (payment_method <> 'at_pick_up' or delivery = 'pick_up')
    )`.execute(db);
  await sql`comment on table orders is 'what one buyer buys of one seller, goods or services; all amounts are in the currency that was charged'`.execute(
    db,
  );
  await sql`comment on column orders.received_minor is 'money that came for its dues; kept here by the room of payments in the transaction that books it'`.execute(
    db,
  );
  await sql`comment on column orders.rates is 'AZN millionths by currency, with source and day of the list, as they were when it was placed'`.execute(
    db,
  );
  await sql`create index orders_of_seller on orders (seller_id, placed_at desc, id)`.execute(db);
  await sql`create index orders_of_seller_by_status on orders (seller_id, status, placed_at desc, id)`.execute(db);
  await sql`create index orders_of_buyer on orders (buyer_user_id, placed_at desc, id) where buyer_user_id is not null`.execute(
    db,
  );
  await sql`create index orders_of_guest on orders (guest_email, placed_at desc, id) where guest_email is not null`.execute(
    db,
  );
  await sql`create index orders_by_status on orders (status, placed_at desc, id)`.execute(db);
  await sql`create index orders_to_accept on orders (accept_by, id) where status = 'awaiting_acceptance'`.execute(db);
  await sql`create index orders_to_pay on orders (pay_by, id) where status = 'pending_payment'`.execute(db);
  await sql`create index orders_to_complete on orders (complete_by, id) where status in ('shipped', 'delivered')`.execute(
    db,
  );
  await guardStatus(db);
}

async function guardStatus(db: Kysely<unknown>): Promise<void> {
  await sql`
    create function refuse_undrawn_transition() returns trigger language plpgsql as $$
    begin
      if new.status <> old.status then
        if not exists (
          select from order_transitions where from_status = old.status and to_status = new.status
        ) then
          raise exception 'an order does not go from % to %', old.status, new.status using errcode = '23514', constraint = 'orders_transition';
        end if;
        if new.revision <> old.revision + 1 then
          raise exception 'a step of an order is counted' using errcode = '23514', constraint = 'orders_revision';
        end if;
      end if;
      if (new.seller_id, new.kind, new.currency, new.goods_minor, new.shipping_minor, new.reference, new.rates, new.merchant)
        is distinct from (old.seller_id, old.kind, old.currency, old.goods_minor, old.shipping_minor, old.reference, old.rates, old.merchant) then
        raise exception 'what was ordered, and for how much, stays as it was agreed' using errcode = '23514', constraint = 'orders_agreed';
      end if;
      return new;
    end $$`.execute(db);
  await sql`
    create trigger orders_transitions before update on orders
    for each row execute function refuse_undrawn_transition()`.execute(db);
}

async function createLinesAndDues(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table order_lines (
      id uuid primary key default gen_random_uuid(),
      order_id uuid not null references orders on delete cascade,
      position int not null check (position > 0),
      listing_id uuid not null references listings,
      listing_version int not null check (listing_version > 0),
      variant_id uuid references listing_variants,
      sku text check (sku <> ''),
      titles jsonb not null check (titles ? 'az'),
      variant_names jsonb check (variant_names ? 'az'),
      picture jsonb,
      price_unit text not null,
      quantity int not null check (quantity between 1 and 100000),
      from_stock int not null check (from_stock between 0 and quantity),
      can_be_made boolean not null,
      list_minor bigint not null check (list_minor > 0),
      list_currency char(3) not null check (list_currency ~ '^[A-Z]{3}$'),
      unit_minor bigint not null check (unit_minor > 0),
      line_minor bigint not null check (line_minor = unit_minor * quantity),
      hs_code text check (hs_code ~ '^[0-9]{6}$'),
      origin_country char(2) check (origin_country ~ '^[A-Z]{2}$'),
      net_weight_grams int check (net_weight_grams > 0),
      packed_weight_grams int check (packed_weight_grams > 0),
      needs_certificate boolean not null,
      certificate_number text check (certificate_number <> ''),
      constraint order_lines_position unique (order_id, position),
      check (can_be_made or from_stock = quantity),
      constraint order_lines_once unique nulls not distinct (order_id, listing_id, variant_id),
      unique (id, order_id)
    )`.execute(db);
  await sql`comment on column order_lines.list_minor is 'price of one unit as it was published, before it was turned into the currency that is charged'`.execute(
    db,
  );
  await sql`comment on column order_lines.from_stock is 'pieces that were there when it was ordered; the rest is made, where it can be'`.execute(
    db,
  );
  await sql`create index order_lines_of_listing on order_lines (listing_id)`.execute(db);
  await sql`
    create table order_dues (
      id uuid primary key default gen_random_uuid(),
      order_id uuid not null references orders on delete cascade,
      position int not null check (position > 0),
      kind text not null check (kind in ('whole', 'deposit', 'milestone', 'balance')),
      amount_minor bigint not null check (amount_minor > 0),
      received_minor bigint not null default 0 check (received_minor between 0 and amount_minor),
      due_at timestamptz,
      paid_at timestamptz,
      constraint order_dues_position unique (order_id, position),
      unique (id, order_id),
      check ((paid_at is not null) = (received_minor = amount_minor))
    )`.execute(db);
  await sql`comment on table order_dues is 'an amount of an order to be paid by a date; an order of a cart has one, a quote may have several'`.execute(
    db,
  );
  await sql`
    create function refuse_unequal_dues() returns trigger language plpgsql as $$
    declare
      asked uuid := coalesce(new.order_id, old.order_id);
    begin
      if exists (
        select from orders where id = asked and (
          total_minor <> (select coalesce(sum(amount_minor), 0) from order_dues where order_id = asked)
          or received_minor <> (select coalesce(sum(received_minor), 0) from order_dues where order_id = asked)
          or goods_minor <> (select coalesce(sum(line_minor), 0) from order_lines where order_id = asked))
      ) then
        raise exception 'lines and dues of an order add up to its total' using errcode = '23514', constraint = 'orders_add_up';
      end if;
      return null;
    end $$`.execute(db);
  for (const table of ["order_lines", "order_dues"]) {
    await sql`
      create constraint trigger ${sql.raw(table)}_add_up after insert or update or delete on ${sql.table(table)}
      deferrable initially deferred for each row execute function refuse_unequal_dues()`.execute(db);
  }
  await sql`
    create function refuse_unpaid_sum() returns trigger language plpgsql as $$
    begin
      if new.received_minor <> (select coalesce(sum(received_minor), 0) from order_dues where order_id = new.id) then
        raise exception 'what an order received is the sum of its dues' using errcode = '23514', constraint = 'orders_add_up';
      end if;
      return null;
    end $$`.execute(db);
  await sql`
    create constraint trigger orders_add_up after update of received_minor on orders
    deferrable initially deferred for each row execute function refuse_unpaid_sum()`.execute(db);
}

async function createHolds(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table stock_holds (
      id uuid primary key default gen_random_uuid(),
      order_id uuid not null,
      order_line_id uuid not null,
      variant_id uuid not null references listing_variants,
      quantity int not null check (quantity > 0),
      status text not null check (status in ('held', 'taken', 'released', 'returned')),
      held_at timestamptz not null,
      ended_at timestamptz,
      foreign key (order_line_id, order_id) references order_lines (id, order_id) on delete cascade,
      check ((status in ('held', 'taken')) = (ended_at is null))
    )`.execute(db);
  await sql`comment on table stock_holds is 'pieces that left the stock for an order: held until it is paid, then taken; given back exactly once'`.execute(
    db,
  );
  await sql`create unique index stock_holds_one_of_line on stock_holds (order_line_id) where status in ('held', 'taken')`.execute(
    db,
  );
  await sql`create index stock_holds_of_order on stock_holds (order_id)`.execute(db);
  await sql`create index stock_holds_of_variant on stock_holds (variant_id) where status = 'held'`.execute(db);
  await sql`
    create function refuse_hold_again() returns trigger language plpgsql as $$
    begin
      if (old.status, new.status) not in (('held', 'taken'), ('held', 'released'), ('taken', 'returned'))
        or (new.order_line_id, new.variant_id, new.quantity) is distinct from (old.order_line_id, old.variant_id, old.quantity) then
        raise exception 'a hold goes from % to % never', old.status, new.status using errcode = '23514', constraint = 'stock_holds_once';
      end if;
      return new;
    end $$`.execute(db);
  await sql`
    create trigger stock_holds_once before update on stock_holds
    for each row execute function refuse_hold_again()`.execute(db);
}

async function createHistory(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table order_events (
      order_id uuid not null references orders on delete cascade,
      position int not null check (position > 0),
      happened_at timestamptz not null,
      actor text not null check (actor in ('buyer', 'seller', 'staff', 'clock', 'money')),
      actor_user_id text references users on delete set null,
      deed text not null check (deed ~ '^[a-z]+(-[a-z]+)*$'),
      from_status text check (from_status in (${listed(STATUSES)})),
      to_status text check (to_status in (${listed(STATUSES)})),
      words text check (words <> ''),
      facts jsonb not null default '{}' check (jsonb_typeof(facts) = 'object'),
      primary key (order_id, position)
    )`.execute(db);
  await sql`comment on table order_events is 'the history of an order: written once, read by both sides'`.execute(db);
  await sql`
    create function refuse_history_change() returns trigger language plpgsql as $$
    begin
      if tg_op = 'UPDATE' and to_jsonb(new) - array['actor_user_id', 'words'] = to_jsonb(old) - array['actor_user_id', 'words']
        and (new.actor_user_id is null or new.actor_user_id = old.actor_user_id) and (new.words is null or new.words = old.words) then
        return new;
      end if;
      raise exception 'what happened to an order stays as it was' using errcode = '23514', constraint = 'order_events_kept';
    end $$`.execute(db);
  await sql`
    create trigger order_events_kept before update or delete on order_events
    for each row execute function refuse_history_change()`.execute(db);
  await sql`
    create table order_parcels (
      id uuid primary key default gen_random_uuid(),
      order_id uuid not null references orders on delete cascade,
      position int not null check (position > 0),
      carrier text not null check (carrier <> ''),
      tracking_code text check (tracking_code <> ''),
      tracking_url text check (tracking_url ~ '^https://'),
      weight_grams int check (weight_grams > 0),
      shipped_at timestamptz not null,
      unique (order_id, position),
      unique (id, order_id)
    )`.execute(db);
  await sql`
    create table order_parcel_lines (
      parcel_id uuid not null,
      order_id uuid not null,
      order_line_id uuid not null,
      quantity int not null check (quantity > 0),
      primary key (parcel_id, order_line_id),
      foreign key (parcel_id, order_id) references order_parcels (id, order_id) on delete cascade,
      foreign key (order_line_id, order_id) references order_lines (id, order_id)
    )`.execute(db);
}

/** As with inquiries: a link of a letter lets a browser in, and so does having placed the order in it. */
async function createGuestAccess(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table order_links (
      id uuid primary key default gen_random_uuid(),
      order_id uuid not null references orders on delete cascade,
      digest text not null unique check (digest ~ '^[A-Za-z0-9_-]{43}$'),
      created_at timestamptz not null,
      expires_at timestamptz not null,
      revoked_at timestamptz
    )`.execute(db);
  await sql`create index order_links_of_order on order_links (order_id)`.execute(db);
  await sql`
    create table order_accesses (
      visit_digest text not null check (visit_digest ~ '^[A-Za-z0-9_-]{43}$'),
      order_id uuid not null references orders on delete cascade,
      created_at timestamptz not null,
      expires_at timestamptz not null,
      primary key (visit_digest, order_id)
    )`.execute(db);
  await sql`create index order_accesses_of_order on order_accesses (order_id)`.execute(db);
}
