import { type Kysely, sql } from "kysely";

/** Photos and voice notes kept with what happened. */
export async function up(db: Kysely<unknown>) {
  await sql`alter table file drop constraint file_media_type_check`.execute(db);
  await sql`
    alter table file add constraint file_media_type_check check (media_type in ('image/jpeg', 'image/png', 'image/webp',
      'application/pdf', 'audio/mpeg', 'audio/mp4', 'audio/ogg', 'audio/webm', 'audio/wav', 'audio/amr', 'audio/aac',
      'audio/3gpp'))`.execute(db);

  await sql`
    create table event_file (
      alliance_id uuid not null,
      event_id uuid not null,
      file_id uuid not null,
      added_at timestamptz not null,
      primary key (alliance_id, event_id, file_id),
      foreign key (alliance_id, file_id) references file
    )`.execute(db);
  await sql`comment on table event_file is 'photos and voice notes of an event'`.execute(db);
  await sql`comment on column event_file.event_id is 'of an event, or of one that still waits: no foreign key, db:check looks'`.execute(
    db,
  );
  await sql`create index event_file_file on event_file (alliance_id, file_id)`.execute(db);
}
