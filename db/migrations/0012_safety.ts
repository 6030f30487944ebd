import { type Kysely, sql } from "kysely";

export async function up(db: Kysely<unknown>) {
  await sql`
    create table checklist (
      alliance_id uuid not null references alliance,
      id uuid not null,
      site_kind text not null check (site_kind in ('pond', 'earth_pond', 'raceway', 'water_area', 'rice_field',
        'hatchery', 'holding', 'plant', 'cold_store', 'outlet')),
      lines text[] not null check (cardinality(lines) > 0),
      version int not null default 1,
      created_at timestamptz not null,
      updated_at timestamptz not null,
      primary key (alliance_id, id),
      unique (alliance_id, site_kind)
    )`.execute(db);
  await sql`comment on table checklist is 'what is looked at on sites of a kind, where the alliance has changed the list that comes with the program'`.execute(
    db,
  );
  await sql`comment on column checklist.lines is 'one item each; one that begins with # heads those that follow'`.execute(
    db,
  );

  await sql`
    create table inspection (
      alliance_id uuid not null references alliance,
      id uuid not null,
      site_id uuid not null,
      inspected_on date not null,
      inspectors text not null check (inspectors <> ''),
      checklist_version int not null check (checklist_version > 0),
      checked int not null check (checked >= 0),
      failed int not null check (failed between 0 and checked),
      note text,
      version int not null default 1,
      created_at timestamptz not null,
      updated_at timestamptz not null,
      primary key (alliance_id, id),
      foreign key (alliance_id, site_id) references site
    )`.execute(db);
  await sql`comment on column inspection.checked is 'items that apply to the site'`.execute(db);
  await sql`comment on column inspection.inspectors is 'who went there, as they are signed on paper'`.execute(
    db,
  );
  await sql`create index inspection_day on inspection (alliance_id, inspected_on desc, id desc)`.execute(db);
  await sql`create index inspection_site on inspection (alliance_id, site_id, inspected_on desc, id desc)`.execute(
    db,
  );

  await sql`
    create table inspection_item (
      alliance_id uuid not null,
      inspection_id uuid not null,
      number int not null check (number > 0),
      heading text,
      text text not null check (text <> ''),
      result text not null check (result in ('ok', 'failed', 'not_applicable')),
      primary key (alliance_id, inspection_id, number),
      foreign key (alliance_id, inspection_id) references inspection
    )`.execute(db);
  await sql`comment on table inspection_item is 'the checklist as it read on the day, with what was found'`.execute(
    db,
  );

  await sql`
    create table hazard (
      alliance_id uuid not null references alliance,
      id uuid not null,
      site_id uuid not null,
      inspection_id uuid not null,
      item int not null,
      description text not null check (description <> ''),
      severity text not null check (severity in ('general', 'major')),
      responsible text not null check (responsible <> ''),
      found_on date not null,
      due_on date not null check (due_on >= found_on),
      status text not null check (status in ('open', 'rectified', 'closed')),
      rectified_on date check (rectified_on >= found_on),
      closed_on date check (closed_on >= rectified_on),
      version int not null default 1,
      created_at timestamptz not null,
      updated_at timestamptz not null,
      primary key (alliance_id, id),
      unique (alliance_id, inspection_id, item),
      foreign key (alliance_id, site_id) references site,
      foreign key (alliance_id, inspection_id, item) references inspection_item,
      check ((status = 'open') = (rectified_on is null)),
      check ((status = 'closed') = (closed_on is not null))
    )`.execute(db);
  await sql`comment on column hazard.status is 'where the last step left it; overdue is open after due_on, and not stored'`.execute(
    db,
  );
  await sql`create index hazard_found on hazard (alliance_id, found_on desc, id desc)`.execute(db);
  await sql`create index hazard_site on hazard (alliance_id, site_id, found_on desc, id desc)`.execute(db);
  await sql`create index hazard_open on hazard (alliance_id, due_on) where status = 'open'`.execute(db);

  await sql`
    create table hazard_step (
      alliance_id uuid not null,
      id uuid not null,
      hazard_id uuid not null,
      number int not null check (number > 0),
      kind text not null check (kind in ('found', 'rectified', 'sent_back', 'extended', 'closed', 'noted')),
      happened_on date not null,
      due_on date,
      note text,
      picture_id uuid,
      account_id uuid,
      account_name text not null,
      account_role text not null,
      created_at timestamptz not null,
      primary key (alliance_id, id),
      unique (alliance_id, hazard_id, number),
      foreign key (alliance_id, hazard_id) references hazard,
      foreign key (alliance_id, picture_id) references file,
      check ((kind in ('found', 'extended', 'sent_back')) = (due_on is not null))
    )`.execute(db);
  await sql`comment on table hazard_step is 'what was done about a hazard, in its order; the first step is that it was found'`.execute(
    db,
  );
  await sql`comment on column hazard_step.due_on is 'the deadline that holds from this step on'`.execute(db);
  await sql`comment on column hazard_step.account_id is 'null: the program itself (sample)'`.execute(db);

  for (const table of ["inspection_item", "hazard_step"]) {
    await sql`
      create trigger append_only before update or delete or truncate on ${sql.table(table)}
      for each statement execute function refuse_change()`.execute(db);
  }
}
