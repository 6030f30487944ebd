import { type Kysely, sql } from "kysely";

/** Drugs and their labels, what villages buy of them, reports of tests; since when a withdrawal stands on a lot. */
export async function up(db: Kysely<unknown>) {
  await sql`
    create table drug (
      id text primary key check (id ~ '^[a-z0-9-]{1,60}$'),
      name_zh text not null,
      name_en text not null,
      approval_number text,
      standing text not null check (standing in ('approved', 'prescription', 'prohibited')),
      source text not null,
      certainty text not null check (certainty in ('law', 'lit', 'web', 'mem')),
      sort_order int not null,
      check (standing <> 'prohibited' or approval_number is null)
    )`.execute(db);
  await sql`comment on column drug.approval_number is '批准文号; null: as the package says'`.execute(db);
  await sql`comment on column drug.certainty is 'how sure the source is: law and lit were read, web is of low authority, mem is remembered and to be confirmed'`.execute(
    db,
  );

  await sql`
    create table drug_label (
      id text primary key check (id ~ '^[a-z0-9@-]{1,60}$'),
      drug_id text not null references drug,
      valid_from date not null,
      species text[] not null check (species <> '{}'),
      degree_days int check (degree_days > 0),
      days int check (days > 0),
      source text not null,
      certainty text not null check (certainty in ('law', 'lit', 'web', 'mem')),
      unique (drug_id, valid_from)
    )`.execute(db);
  await sql`comment on table drug_label is 'a version of what a drug''s label says; a treatment keeps the one it was given under'`.execute(
    db,
  );
  await sql`comment on column drug_label.species is 'the fish it may be given to'`.execute(db);
  await sql`comment on column drug_label.degree_days is 'withdrawal; with days the later of both ends it; both null: none on the label'`.execute(
    db,
  );

  await sql`
    create table drug_purchase (
      alliance_id uuid not null references alliance,
      id uuid not null,
      organization_id uuid not null,
      drug_id text references drug,
      drug_name text,
      approval_number text,
      batch text not null check (batch <> ''),
      amount numeric not null check (amount > 0),
      unit text not null check (unit in ('g', 'kg', 'ml', 'l', 'bag', 'bottle')),
      bought_on date not null,
      supplier text not null check (supplier <> ''),
      invoice text,
      version int not null default 1,
      created_at timestamptz not null,
      updated_at timestamptz not null,
      primary key (alliance_id, id),
      foreign key (alliance_id, organization_id) references organization,
      check (num_nonnulls(drug_id, drug_name) = 1)
    )`.execute(db);
  await sql`comment on column drug_purchase.drug_name is 'of a drug that is not among those known here'`.execute(
    db,
  );
  await sql`create index drug_purchase_organization on drug_purchase (alliance_id, organization_id, bought_on desc)`.execute(
    db,
  );

  await sql`
    create table test_report (
      alliance_id uuid not null,
      event_id uuid not null,
      file_id uuid not null,
      primary key (alliance_id, event_id),
      foreign key (alliance_id, event_id) references event,
      foreign key (alliance_id, file_id) references file
    )`.execute(db);
  await sql`comment on table test_report is 'the report a test came with: a picture or PDF'`.execute(db);
  await sql`create index test_report_file on test_report (alliance_id, file_id)`.execute(db);

  await sql`alter table lot_withdrawal add column from_at timestamptz`.execute(db);
  await sql`
    update lot_withdrawal set from_at = from_on::timestamp at time zone 'Asia/Shanghai' where from_at is null`.execute(
    db,
  );
  await sql`alter table lot_withdrawal alter column from_at set not null`.execute(db);
  await sql`comment on column lot_withdrawal.from_at is 'since when it stands on this lot: the first dose, or the coming of treated fish'`.execute(
    db,
  );
  await sql`comment on column lot_withdrawal.from_on is 'day of the first dose'`.execute(db);
}
