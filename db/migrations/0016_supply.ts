import { type Kysely, sql } from "kysely";

/** Who supplies whom on which terms, what is advanced, and what is sent and received. */
export async function up(db: Kysely<unknown>) {
  await sql`
    create table lot_disclosure (
      alliance_id uuid not null,
      lot_id uuid not null,
      to_organization_id uuid not null,
      what text not null check (what in ('origin', 'treatments')),
      from_at timestamptz not null,
      to_at timestamptz check (to_at > from_at),
      primary key (alliance_id, lot_id, to_organization_id, what),
      foreign key (alliance_id, lot_id) references lot,
      foreign key (alliance_id, to_organization_id) references organization
    )`.execute(db);
  await sql`comment on table lot_disclosure is 'what of a lot a partner may know: where it is from, what it was treated with; never its balance'`.execute(
    db,
  );
  await sql`create index lot_disclosure_to on lot_disclosure (alliance_id, to_organization_id)`.execute(db);

  await sql`
    create table agreement (
      alliance_id uuid not null references alliance,
      id uuid not null,
      code text not null check (code ~ '^[0-9A-Z-]{1,24}$'),
      kind text not null check (kind in ('village_enterprise', 'chain', 'village_cooperative', 'village_village')),
      supplier_id uuid not null,
      buyer_id uuid not null check (buyer_id <> supplier_id),
      supplier_entity text not null check (supplier_entity <> ''),
      buyer_entity text not null check (buyer_entity <> ''),
      starts_on date not null,
      ends_on date not null check (ends_on >= starts_on),
      state text not null check (state in ('proposed', 'confirmed', 'ended')),
      ended_on date check (ended_on >= starts_on),
      note text,
      created_at timestamptz not null,
      updated_at timestamptz not null,
      primary key (alliance_id, id),
      unique (alliance_id, code),
      foreign key (alliance_id, supplier_id) references organization,
      foreign key (alliance_id, buyer_id) references organization,
      check ((state = 'ended') = (ended_on is not null))
    )`.execute(db);
  await sql`comment on table agreement is 'a supplier and a buyer; the terms stand in its versions'`.execute(
    db,
  );
  await sql`comment on column agreement.supplier_entity is 'the legal entity as it was called when it signed'`.execute(
    db,
  );
  await sql`comment on column agreement.state is 'proposed: one side has not consented to the first version yet'`.execute(
    db,
  );
  await sql`create index agreement_supplier on agreement (alliance_id, supplier_id, code)`.execute(db);
  await sql`create index agreement_buyer on agreement (alliance_id, buyer_id, code)`.execute(db);

  await sql`
    create table agreement_version (
      alliance_id uuid not null,
      agreement_id uuid not null,
      number int not null check (number > 0),
      id uuid not null,
      effective_on date not null,
      species text not null references species,
      form text not null check (form in ('fry', 'farmed', 'harvest', 'goods')),
      size_class text,
      price_kind text not null check (price_kind in ('fixed', 'floor_market', 'cost_plus')),
      price_fen bigint not null check (price_fen >= 0),
      reward_fen bigint check (reward_fen > 0),
      reward_for text,
      water_permille int not null default 0 check (water_permille between 0 and 500),
      dead_permille int not null default 0 check (dead_permille between 0 and 1000),
      payment_days int not null check (payment_days between 0 and 365),
      dividend_permille int check (dividend_permille between 1 and 1000),
      dividend_basis text check (dividend_basis in ('value', 'profit', 'assets')),
      quality text,
      reason text,
      written_at timestamptz not null,
      written_by_name text not null,
      primary key (alliance_id, agreement_id, number),
      unique (alliance_id, id),
      foreign key (alliance_id, agreement_id) references agreement,
      check ((dividend_permille is null) = (dividend_basis is null)),
      check (reward_fen is null or reward_for is not null),
      check (number = 1 or reason is not null)
    )`.execute(db);
  await sql`comment on table agreement_version is 'the terms; a change is a further version; append-only'`.execute(
    db,
  );
  await sql`comment on column agreement_version.price_fen is 'fen per kg: the fixed price, the floor under the market price, or what is paid beyond the cost'`.execute(
    db,
  );
  await sql`comment on column agreement_version.reward_fen is 'fen per kg on top, for what reward_for says'`.execute(
    db,
  );
  await sql`comment on column agreement_version.water_permille is '扣水: of the weighed mass, not paid'`.execute(
    db,
  );
  await sql`comment on column agreement_version.dead_permille is '死鱼: of the mass of dead fish, not paid'`.execute(
    db,
  );

  await sql`
    create table agreement_month (
      alliance_id uuid not null,
      agreement_id uuid not null,
      number int not null,
      month date not null check (extract(day from month) = 1),
      mass_g bigint not null check (mass_g > 0),
      primary key (alliance_id, agreement_id, number, month),
      foreign key (alliance_id, agreement_id, number) references agreement_version
    )`.execute(db);
  await sql`comment on table agreement_month is 'what a version promises for a month; append-only'`.execute(
    db,
  );

  await sql`
    create table agreement_gives (
      alliance_id uuid not null,
      agreement_id uuid not null,
      number int not null,
      what text not null check (what in ('fry', 'feed', 'technique', 'purchase', 'assets')),
      primary key (alliance_id, agreement_id, number, what),
      foreign key (alliance_id, agreement_id, number) references agreement_version
    )`.execute(db);
  await sql`comment on table agreement_gives is 'what one side gives beside the price: fry, feed, technique, guaranteed purchase 保底收购, assets leased; append-only'`.execute(
    db,
  );

  await sql`
    create table agreement_consent (
      alliance_id uuid not null,
      agreement_id uuid not null,
      number int not null,
      side text not null check (side in ('supplier', 'buyer')),
      on_paper boolean not null,
      consented_at timestamptz not null,
      account_id uuid,
      account_name text not null,
      primary key (alliance_id, agreement_id, number, side),
      foreign key (alliance_id, agreement_id, number) references agreement_version,
      foreign key (alliance_id, account_id) references account
    )`.execute(db);
  await sql`comment on table agreement_consent is 'a version binds once both sides consented; append-only'`.execute(
    db,
  );
  await sql`comment on column agreement_consent.on_paper is 'the alliance has the signed paper; nobody of that side clicked'`.execute(
    db,
  );

  await sql`
    create table agreement_file (
      alliance_id uuid not null,
      agreement_id uuid not null,
      file_id uuid not null,
      added_at timestamptz not null,
      primary key (alliance_id, agreement_id, file_id),
      foreign key (alliance_id, agreement_id) references agreement,
      foreign key (alliance_id, file_id) references file
    )`.execute(db);
  await sql`comment on table agreement_file is 'the signed paper, and those of its amendments'`.execute(db);

  await sql`
    create table advance (
      alliance_id uuid not null,
      id uuid not null,
      agreement_id uuid not null,
      kind text not null check (kind in ('fry', 'feed', 'drug', 'service', 'money')),
      given_on date not null,
      count bigint check (count > 0),
      mass_g bigint check (mass_g > 0),
      amount_fen bigint not null check (amount_fen <> 0),
      note text,
      reverses_id uuid,
      written_at timestamptz not null,
      written_by_name text not null,
      primary key (alliance_id, id),
      unique (alliance_id, reverses_id),
      foreign key (alliance_id, agreement_id) references agreement,
      foreign key (alliance_id, reverses_id) references advance,
      check ((reverses_id is null) = (amount_fen > 0)),
      check (reverses_id is null or note is not null)
    )`.execute(db);
  await sql`comment on table advance is '赊苗、赊料、预付: given by the buyer under an agreement, to be netted; corrected by a row that reverses; append-only'`.execute(
    db,
  );
  await sql`create index advance_agreement on advance (alliance_id, agreement_id, given_on)`.execute(db);

  await sql`
    create table shipment (
      alliance_id uuid not null references alliance,
      id uuid not null,
      code text not null check (code ~ '^[0-9A-Z-]{1,24}$'),
      agreement_id uuid,
      supplier_id uuid not null,
      buyer_id uuid not null check (buyer_id <> supplier_id),
      asked_by text not null check (asked_by in ('supplier', 'buyer')),
      purpose text not null check (purpose in ('food', 'rearing')),
      species text not null references species,
      planned_on date not null,
      planned_g bigint not null check (planned_g > 0),
      state text not null check (state in ('planned', 'confirmed', 'dispatched', 'received', 'cancelled')),
      vehicle text,
      water_temperature numeric check (water_temperature between -1 and 42),
      cancel_reason text,
      note text,
      version int not null default 1,
      created_at timestamptz not null,
      updated_at timestamptz not null,
      primary key (alliance_id, id),
      unique (alliance_id, code),
      foreign key (alliance_id, agreement_id) references agreement,
      foreign key (alliance_id, supplier_id) references organization,
      foreign key (alliance_id, buyer_id) references organization,
      check ((state = 'cancelled') = (cancel_reason is not null))
    )`.execute(db);
  await sql`comment on table shipment is 'one lorry from a supplier to a buyer, under an agreement or free'`.execute(
    db,
  );
  await sql`comment on column shipment.asked_by is 'buyer: called off; supplier: offered'`.execute(db);
  await sql`comment on column shipment.water_temperature is '°C in the tank at departure'`.execute(db);
  await sql`create index shipment_supplier on shipment (alliance_id, supplier_id, planned_on desc, id)`.execute(
    db,
  );
  await sql`create index shipment_buyer on shipment (alliance_id, buyer_id, planned_on desc, id)`.execute(db);
  await sql`create index shipment_planned on shipment (alliance_id, planned_on desc, id)`.execute(db);
  await sql`create index shipment_agreement on shipment (alliance_id, agreement_id)`.execute(db);

  await sql`
    create table shipment_line (
      alliance_id uuid not null,
      shipment_id uuid not null,
      dispatch_event_id uuid not null,
      lot_id uuid not null,
      transit_lot_id uuid not null,
      count bigint check (count > 0),
      mass_g bigint not null check (mass_g > 0),
      receipt_event_id uuid,
      primary key (alliance_id, shipment_id, dispatch_event_id),
      unique (alliance_id, dispatch_event_id),
      unique (alliance_id, receipt_event_id),
      foreign key (alliance_id, shipment_id) references shipment,
      foreign key (alliance_id, dispatch_event_id) references event,
      foreign key (alliance_id, receipt_event_id) references event,
      foreign key (alliance_id, lot_id) references lot,
      foreign key (alliance_id, transit_lot_id) references lot
    )`.execute(db);
  await sql`comment on table shipment_line is 'a lot of a shipment: by which event it left, by which it was received'`.execute(
    db,
  );

  for (const table of [
    "agreement_version",
    "agreement_month",
    "agreement_gives",
    "agreement_consent",
    "advance",
  ])
    await sql`
      create trigger append_only before update or delete or truncate on ${sql.table(table)}
      for each statement execute function refuse_change()`.execute(db);
}
