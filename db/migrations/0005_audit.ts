import { type Kysely, sql } from "kysely";

export async function up(db: Kysely<unknown>) {
  await sql`
    create table audit_log (
      alliance_id uuid not null references alliance,
      id uuid not null,
      at timestamptz not null,
      account_id uuid,
      account_name text not null,
      account_role text not null,
      action text not null,
      subject_kind text not null,
      subject_id uuid not null,
      subject_label text not null,
      organization_id uuid,
      before jsonb,
      after jsonb,
      primary key (alliance_id, id)
    )`.execute(db);
  await sql`comment on column audit_log.account_id is 'null: the program itself (sample, first set-up)'`.execute(
    db,
  );
  await sql`comment on column audit_log.organization_id is 'whose history the entry belongs to; null: the alliance''s'`.execute(
    db,
  );
  await sql`create index audit_log_time on audit_log (alliance_id, at desc, id desc)`.execute(db);
  await sql`create index audit_log_subject on audit_log (alliance_id, subject_id, at desc, id desc)`.execute(
    db,
  );
  await sql`create index audit_log_organization on audit_log (alliance_id, organization_id, at desc, id desc)`.execute(
    db,
  );
  await sql`create index audit_log_kind on audit_log (alliance_id, subject_kind, at desc, id desc)`.execute(
    db,
  );
  await sql`create index audit_log_account on audit_log (alliance_id, account_id, at desc, id desc)`.execute(
    db,
  );

  await sql`
    create function refuse_change() returns trigger language plpgsql as $$
    begin
      raise exception '% is append-only', tg_table_name using errcode = 'insufficient_privilege';
    end $$`.execute(db);
  await sql`
    create trigger append_only before update or delete or truncate on audit_log
    for each statement execute function refuse_change()`.execute(db);
}
