import { type Kysely, sql } from "kysely";

export async function up(db: Kysely<unknown>) {
  await sql`
    create table alliance (
      id uuid primary key,
      county_code text not null check (county_code ~ '^[0-9]{6}$'),
      county_name text not null,
      name text not null,
      boundary jsonb,
      sample_as_of date,
      created_at timestamptz not null
    )`.execute(db);
  await sql`comment on column alliance.sample_as_of is 'the day the sample alliance was made for; null: a real alliance'`.execute(
    db,
  );

  await sql`
    create table organization (
      alliance_id uuid not null references alliance,
      id uuid not null,
      kind text not null check (kind in ('village', 'enterprise', 'group')),
      code text not null check (code ~ '^[0-9A-Z-]{1,20}$'),
      village_code text check (village_code ~ '^[0-9]{12}$'),
      name text not null check (name <> ''),
      town_code text references town,
      identity_code text,
      stages text[] not null default '{}'
        check (stages <@ array['breeding', 'farming', 'processing', 'sales']),
      flags text[] not null default '{}'
        check (flags <@ array['green_village', 'revitalization_model', 'lifted_from_poverty']),
      address text, lng float8, lat float8, cell bigint,
      note text,
      sort_key text collate "C" not null,
      search_text text not null,
      search_terms text[] not null,
      ended_on date,
      version int not null default 1,
      created_at timestamptz not null,
      updated_at timestamptz not null,
      primary key (alliance_id, id),
      unique (alliance_id, code),
      unique (alliance_id, village_code),
      check ((kind = 'village') = (village_code is not null)),
      check ((lng is null) = (lat is null) and (lng is null) = (cell is null))
    )`.execute(db);
  await sql`comment on column organization.cell is 'zoom-24 Morton number of the position'`.execute(db);
  await sql`create index organization_list on organization (alliance_id, kind, sort_key, id)`.execute(db);
  await sql`create index organization_town on organization (alliance_id, town_code, sort_key, id)`.execute(
    db,
  );
  await sql`create index organization_search on organization using gin (search_terms)`.execute(db);

  await sql`
    create table legal_entity (
      alliance_id uuid not null,
      id uuid not null,
      organization_id uuid not null,
      name text not null check (name <> ''),
      credit_code text check (credit_code ~ '^[0-9A-HJ-NPQRTUWXY]{18}$'),
      representative text,
      from_on date,
      to_on date check (to_on >= from_on),
      primary key (alliance_id, id),
      foreign key (alliance_id, organization_id) references organization
    )`.execute(db);
  await sql`comment on table legal_entity is 'who signs for an organization; to_on null: today''s'`.execute(
    db,
  );
  await sql`create unique index legal_entity_current on legal_entity (alliance_id, organization_id) where to_on is null`.execute(
    db,
  );
  await sql`create unique index legal_entity_credit on legal_entity (alliance_id, credit_code) where to_on is null`.execute(
    db,
  );

  await sql`
    create table party_class (
      alliance_id uuid not null,
      organization_id uuid not null,
      year int not null check (year between 2000 and 2100),
      class int not null check (class between 1 and 3),
      primary key (alliance_id, organization_id, year),
      foreign key (alliance_id, organization_id) references organization
    )`.execute(db);

  await sql`
    create table membership (
      alliance_id uuid not null,
      id uuid not null,
      organization_id uuid not null,
      joined_on date not null,
      left_on date check (left_on >= joined_on),
      primary key (alliance_id, id),
      foreign key (alliance_id, organization_id) references organization
    )`.execute(db);
  await sql`create unique index membership_current on membership (alliance_id, organization_id) where left_on is null`.execute(
    db,
  );
  await sql`create index membership_history on membership (alliance_id, organization_id, joined_on)`.execute(
    db,
  );

  await sql`
    create table partnership (
      alliance_id uuid not null,
      id uuid not null,
      a_id uuid not null,
      b_id uuid not null check (b_id <> a_id),
      kind text not null check (kind in ('village_enterprise', 'chain', 'village_cooperative', 'village_village')),
      from_on date not null,
      to_on date check (to_on >= from_on),
      note text,
      primary key (alliance_id, id),
      foreign key (alliance_id, a_id) references organization,
      foreign key (alliance_id, b_id) references organization
    )`.execute(db);
  await sql`create unique index partnership_current on partnership
    (alliance_id, least(a_id, b_id), greatest(a_id, b_id), kind) where to_on is null`.execute(db);
  await sql`create index partnership_a on partnership (alliance_id, a_id)`.execute(db);
  await sql`create index partnership_b on partnership (alliance_id, b_id)`.execute(db);

  await sql`
    create table contact (
      alliance_id uuid not null,
      id uuid not null,
      organization_id uuid not null,
      role text not null check (role in
        ('first_secretary', 'secretary', 'keeper', 'liaison', 'director', 'quality', 'other')),
      name text not null check (name <> ''),
      phone text,
      from_on date,
      to_on date,
      version int not null default 1,
      created_at timestamptz not null,
      updated_at timestamptz not null,
      primary key (alliance_id, id),
      foreign key (alliance_id, organization_id) references organization
    )`.execute(db);
  await sql`comment on column contact.role is 'liaison: the one partners call; partners see no other'`.execute(
    db,
  );
  await sql`create index contact_organization on contact (alliance_id, organization_id)`.execute(db);

  await sql`
    create table household (
      alliance_id uuid not null,
      id uuid not null,
      organization_id uuid not null,
      code text not null check (code ~ '^[0-9A-Z-]{1,24}$'),
      head_name text not null check (head_name <> ''),
      phone text,
      people int check (people between 1 and 30),
      flags text[] not null default '{}' check (flags <@ array['lifted', 'monitored', 'party']),
      joined_on date,
      ended_on date check (ended_on >= joined_on),
      note text,
      sort_key text collate "C" not null,
      search_text text not null,
      search_terms text[] not null,
      version int not null default 1,
      created_at timestamptz not null,
      updated_at timestamptz not null,
      primary key (alliance_id, id),
      unique (alliance_id, code),
      foreign key (alliance_id, organization_id) references organization
    )`.execute(db);
  await sql`create index household_list on household (alliance_id, organization_id, sort_key, id)`.execute(
    db,
  );
  await sql`create index household_all on household (alliance_id, sort_key, id)`.execute(db);
  await sql`create index household_search on household using gin (search_terms)`.execute(db);
}
