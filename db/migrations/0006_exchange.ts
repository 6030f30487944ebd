import { type Kysely, sql } from "kysely";

export async function up(db: Kysely<unknown>) {
  await sql`
    create table spreadsheet_import (
      alliance_id uuid not null references alliance,
      id uuid not null,
      account_id uuid not null,
      kind text not null check (kind in ('members', 'households', 'sites')),
      file_name text not null,
      headings jsonb not null,
      other_sheets jsonb not null,
      counts jsonb not null,
      skipped int not null check (skipped >= 0),
      acts int not null check (acts >= 0),
      fingerprint text not null,
      status text not null check (status in ('ready', 'queued', 'stored', 'failed')),
      progress int not null default 0 check (progress >= 0),
      moved boolean not null default false,
      failure text,
      created_at timestamptz not null,
      finished_at timestamptz,
      primary key (alliance_id, id),
      foreign key (alliance_id, account_id) references account
    )`.execute(db);
  await sql`comment on column spreadsheet_import.counts is 'rows by status of the preview'`.execute(db);
  await sql`comment on column spreadsheet_import.acts is 'rows that storing inserts or changes'`.execute(db);
  await sql`comment on column spreadsheet_import.fingerprint is 'hash of the preview: what is stored is what was shown'`.execute(
    db,
  );
  await sql`comment on column spreadsheet_import.moved is 'the register changed after the preview was confirmed, which was then made anew'`.execute(
    db,
  );
  await sql`create index spreadsheet_import_account on spreadsheet_import (alliance_id, account_id, created_at desc)`.execute(
    db,
  );

  await sql`
    create table spreadsheet_row (
      alliance_id uuid not null references alliance,
      import_id uuid not null,
      number int not null,
      cells jsonb not null,
      problems jsonb,
      hidden boolean not null,
      status text not null check (status in ('new', 'changes', 'same', 'warning', 'error')),
      preview jsonb not null,
      primary key (alliance_id, import_id, number),
      foreign key (alliance_id, import_id) references spreadsheet_import on delete cascade
    )`.execute(db);
  await sql`comment on column spreadsheet_row.number is 'of the row as the spreadsheet counts it, from 1'`.execute(
    db,
  );
  await sql`create index spreadsheet_row_status on spreadsheet_row (alliance_id, import_id, status, number)`.execute(
    db,
  );

  await sql`
    create table job (
      alliance_id uuid not null references alliance,
      id uuid not null,
      kind text not null,
      payload jsonb not null,
      run_at timestamptz not null,
      attempts int not null default 0,
      locked_until timestamptz,
      done_at timestamptz,
      failure text,
      primary key (alliance_id, id)
    )`.execute(db);
  await sql`create index job_due on job (run_at) where done_at is null`.execute(db);
}
