import { type Kysely, sql } from "kysely";

/** What is on the way is received by whom it goes to, and a plant makes goods of it. */
export async function up(db: Kysely<unknown>) {
  await sql`alter table event drop constraint event_kind_check`.execute(db);
  await sql`
    alter table event add constraint event_kind_check check (kind in ('hatch', 'buy', 'stocking', 'feeding', 'input',
      'sampling', 'mortality', 'treatment', 'test', 'transfer', 'split', 'merge', 'count', 'harvest', 'emptying',
      'dispatch', 'receipt', 'processing', 'sale', 'void'))`.execute(db);
  const { rows } = await sql<{ name: string }>`
    select conname as name from pg_constraint
    where conrelid = 'event'::regclass and contype = 'c' and pg_get_constraintdef(oid) like '%purpose IS NOT NULL%'`.execute(
    db,
  );
  for (const { name } of rows) await sql`alter table event drop constraint ${sql.id(name)}`.execute(db);
  await sql`
    alter table event add constraint event_purpose_of_kind check
      ((kind in ('harvest', 'dispatch', 'receipt', 'processing', 'sale')) = (purpose is not null))`.execute(
    db,
  );

  await sql`alter table lot drop constraint lot_form_check`.execute(db);
  await sql`
    alter table lot add constraint lot_form_check
      check (form in ('fry', 'farmed', 'standing', 'harvest', 'transit', 'goods'))`.execute(db);
  await sql`
    alter table lot
      add column product text check (product is null or (product <> '' and form in ('goods', 'transit'))),
      add column receiver_id uuid,
      add constraint lot_receiver foreign key (alliance_id, receiver_id) references organization,
      add constraint lot_receiver_of_transit check (receiver_id is null or form = 'transit'),
      add constraint lot_goods check (form <> 'goods' or (product is not null and count is null))`.execute(
    db,
  );
  await sql`comment on column lot.product is 'what a plant made, as it is sold; null: fish'`.execute(db);
  await sql`comment on column lot.receiver_id is 'of a lot on the way: the organization it goes to; null: nobody of the alliance'`.execute(
    db,
  );
  await sql`create index lot_receiver on lot (alliance_id, receiver_id) where receiver_id is not null`.execute(
    db,
  );
}
