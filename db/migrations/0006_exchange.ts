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
      rows jsonb not null,
      status text not null check (status in ('ready', 'queued', 'stored', 'failed')),
      progress int not null default 0 check (progress >= 0),
      total int not null check (total >= 0),
      fingerprint text,
      failure text,
      created_at timestamptz not null,
      finished_at timestamptz,
      primary key (alliance_id, id),
      foreign key (alliance_id, account_id) references account
    )`.execute(db);
  await sql`comment on column spreadsheet_import.fingerprint is 'hash of the preview that was confirmed: what is stored is what was shown'`.execute(
    db,
  );
  await sql`create index spreadsheet_import_account on spreadsheet_import (alliance_id, account_id, created_at desc)`.execute(
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
