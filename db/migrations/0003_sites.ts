import { type Kysely, sql } from "kysely";

export async function up(db: Kysely<unknown>) {
  await sql`
    create table file (
      alliance_id uuid not null references alliance,
      id uuid not null,
      name text not null,
      media_type text not null check (media_type in ('image/jpeg', 'image/png', 'image/webp', 'application/pdf')),
      size int not null check (size between 1 and 10485760),
      sha256 bytea not null,
      content bytea not null,
      created_at timestamptz not null,
      primary key (alliance_id, id)
    )`.execute(db);
  await sql`alter table file alter column content set storage external`.execute(db);

  await sql`
    create table site (
      alliance_id uuid not null references alliance,
      id uuid not null,
      code text not null check (code ~ '^[0-9A-Z-]{1,24}$'),
      name text not null check (name <> ''),
      kind text not null check (kind in ('pond', 'earth_pond', 'raceway', 'water_area', 'rice_field',
        'hatchery', 'holding', 'plant', 'cold_store', 'outlet')),
      stage text not null check (stage in ('breeding', 'farming', 'processing', 'sales')),
      status text not null check (status in ('building', 'in_use', 'idle', 'repair', 'ended')),
      town_code text not null references town,
      owner_id uuid not null,
      operator_id uuid not null,
      lease_from date,
      lease_to date check (lease_to >= lease_from),
      funding_source text check (funding_source in
        ('consolidation_fund', 'village_collective', 'enterprise', 'county_group', 'su_shaan', 'private', 'other')),
      species text[] not null default '{}',
      lng float8, lat float8, cell bigint,
      position_source text check (position_source in ('surveyed', 'phone', 'map', 'import', 'sketch')),
      outline jsonb,
      registered_area_m2 numeric check (registered_area_m2 > 0),
      drawn_area_m2 numeric check (drawn_area_m2 > 0),
      area_m2 numeric generated always as (coalesce(registered_area_m2, drawn_area_m2)) stored,
      diameter_m numeric check (diameter_m between 2 and 20),
      depth_m numeric check (depth_m > 0),
      volume_m3 numeric check (volume_m3 > 0),
      water_body text check (water_body in ('reservoir', 'dam')),
      protection_zone text check (protection_zone in ('none', 'level_1', 'level_2', 'quasi')),
      managing_body text,
      no_feeding boolean,
      closed_from text check (closed_from ~ '^[01][0-9]-[0-3][0-9]$'),
      closed_to text check (closed_to ~ '^[01][0-9]-[0-3][0-9]$'),
      note text,
      sort_key text collate "C" not null,
      search_text text not null,
      search_terms text[] not null,
      version int not null default 1,
      created_at timestamptz not null,
      updated_at timestamptz not null,
      primary key (alliance_id, id),
      unique (alliance_id, code),
      foreign key (alliance_id, owner_id) references organization,
      foreign key (alliance_id, operator_id) references organization,
      check ((lng is null) = (lat is null) and (lng is null) = (cell is null)),
      check ((closed_from is null) = (closed_to is null)),
      check (kind = 'water_area' or
        (water_body is null and protection_zone is null and managing_body is null and no_feeding is null and closed_from is null))
    )`.execute(db);
  await sql`comment on column site.cell is 'zoom-24 Morton number of the position'`.execute(db);
  await sql`comment on column site.position_source is 'sketch: 位置示意, nobody measured it'`.execute(db);
  await sql`comment on column site.outline is 'GeoJSON Polygon or MultiPolygon, WGS 84'`.execute(db);
  await sql`comment on column site.area_m2 is 'the area in force: registered, else drawn'`.execute(db);
  await sql`comment on column site.closed_from is 'month and day the closed season begins each year'`.execute(
    db,
  );
  await sql`create index site_list on site (alliance_id, sort_key, id)`.execute(db);
  await sql`create index site_kind on site (alliance_id, kind, sort_key, id)`.execute(db);
  await sql`create index site_town on site (alliance_id, town_code, sort_key, id)`.execute(db);
  await sql`create index site_status_list on site (alliance_id, status, sort_key, id)`.execute(db);
  await sql`create index site_operator on site (alliance_id, operator_id, sort_key, id)`.execute(db);
  await sql`create index site_owner on site (alliance_id, owner_id, sort_key, id)`.execute(db);
  await sql`create index site_cell on site (alliance_id, cell)`.execute(db);
  await sql`create index site_search on site using gin (search_terms)`.execute(db);

  await sql`
    create table site_status (
      alliance_id uuid not null,
      site_id uuid not null,
      from_on date not null,
      status text not null check (status in ('building', 'in_use', 'idle', 'repair', 'ended')),
      primary key (alliance_id, site_id, from_on),
      foreign key (alliance_id, site_id) references site
    )`.execute(db);
  await sql`comment on table site_status is 'status over time; the newest row is what site.status says'`.execute(
    db,
  );

  await sql`
    create table site_total (
      alliance_id uuid not null references alliance,
      town_code text not null references town,
      kind text not null,
      sites int not null check (sites >= 0),
      area_m2 numeric not null check (area_m2 >= 0),
      volume_m3 numeric not null check (volume_m3 >= 0),
      primary key (alliance_id, town_code, kind)
    )`.execute(db);
  await sql`comment on table site_total is 'sums over the sites that have not ended, kept by every write to site'`.execute(
    db,
  );

  await sql`
    create table permit (
      alliance_id uuid not null references alliance,
      id uuid not null,
      organization_id uuid,
      site_id uuid,
      kind text not null check (kind in ('aquaculture', 'facility_land', 'effluent', 'water_intake',
        'fry_production', 'food_production', 'food_trade', 'wildlife')),
      number text not null check (number <> ''),
      issuer text,
      issued_on date,
      expires_on date check (expires_on >= issued_on),
      picture_id uuid,
      ended_on date,
      version int not null default 1,
      created_at timestamptz not null,
      updated_at timestamptz not null,
      primary key (alliance_id, id),
      foreign key (alliance_id, organization_id) references organization,
      foreign key (alliance_id, site_id) references site,
      foreign key (alliance_id, picture_id) references file,
      check (num_nonnulls(organization_id, site_id) = 1)
    )`.execute(db);
  await sql`comment on column permit.expires_on is 'null: without a term'`.execute(db);
  await sql`create unique index permit_number on permit (alliance_id, kind, number) where ended_on is null`.execute(
    db,
  );
  await sql`create index permit_expiry on permit (alliance_id, expires_on, id) where ended_on is null`.execute(
    db,
  );
  await sql`create index permit_site on permit (alliance_id, site_id)`.execute(db);
  await sql`create index permit_organization on permit (alliance_id, organization_id)`.execute(db);
}
