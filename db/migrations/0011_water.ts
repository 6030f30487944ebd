import { type Kysely, sql } from "kysely";

/** Whole numbers, so that sums are exact: µg/L, 0.01 °C, 0.01 pH. The bounds are those of domain.md. */
const quantities = [
  { name: "oxygen", check: "between 0 and 25000", unit: "dissolved oxygen, µg/L" },
  { name: "temperature", check: "between -100 and 4200", unit: "0.01 °C" },
  { name: "ph", check: "between 400 and 1100", unit: "0.01 pH" },
  { name: "tan", check: "between 0 and 20000", unit: "total ammonia nitrogen, µg/L" },
  { name: "nitrite", check: "between 0 and 10000", unit: "µg/L" },
];

const rolledUp = quantities
  .map(
    ({ name }) => `
      ${name}_n int not null check (${name}_n >= 0), ${name}_sum bigint not null, ${name}_min smallint, ${name}_max smallint,
      check ((${name}_n = 0) = (${name}_min is null) and (${name}_n = 0) = (${name}_max is null))`,
  )
  .join(",");

export async function up(db: Kysely<unknown>) {
  await sql`
    create table device_token (
      alliance_id uuid not null,
      id uuid not null,
      site_id uuid not null,
      name text not null check (name <> ''),
      token_hash bytea not null unique,
      interval_minutes int not null check (interval_minutes between 1 and 1440),
      made_by uuid,
      created_at timestamptz not null,
      last_reading_at timestamptz,
      revoked_at timestamptz,
      primary key (alliance_id, id),
      foreign key (alliance_id, site_id) references site,
      foreign key (alliance_id, made_by) references account
    )`.execute(db);
  await sql`comment on table device_token is 'directory table: a device says only its token, which is unique over all alliances'`.execute(
    db,
  );
  await sql`comment on column device_token.interval_minutes is 'how often it is to report'`.execute(db);
  await sql`comment on column device_token.made_by is 'null: the program itself'`.execute(db);
  await sql`comment on column device_token.last_reading_at is 'when it was last heard of, by the server''s clock'`.execute(
    db,
  );
  await sql`create index device_token_site on device_token (alliance_id, site_id)`.execute(db);
  await sql`create index device_token_heard on device_token (last_reading_at) where revoked_at is null`.execute(
    db,
  );

  await sql`
    create table reading (
      alliance_id uuid not null,
      site_id uuid not null,
      measured_at timestamptz not null,
      source_id uuid not null,
      recorded_at timestamptz not null,
      ${sql.raw(quantities.map(({ name, check }) => `${name} smallint check (${name} ${check})`).join(",\n"))},
      power boolean,
      aerator boolean,
      primary key (alliance_id, site_id, measured_at, source_id),
      check (num_nonnulls(oxygen, temperature, ph, tan, nitrite, power, aerator) > 0)
    ) partition by range (measured_at)`.execute(db);
  await sql`comment on table reading is 'by month; nothing has a foreign key to it, and it has none, for the sake of a million rows a day'`.execute(
    db,
  );
  await sql`comment on column reading.source_id is 'the device, or the account of who measured'`.execute(db);
  await sql`comment on column reading.power is 'false: the mains had failed'`.execute(db);
  await sql`comment on column reading.aerator is 'false: it stood still'`.execute(db);

  for (const [table, key] of [
    ["reading_hour", "hour timestamptz"],
    ["reading_day", "day date"],
  ] as const) {
    await sql
      .raw(`
      create table ${table} (
        alliance_id uuid not null,
        site_id uuid not null,
        ${key} not null,
        ${rolledUp},
        primary key (alliance_id, site_id, ${key.split(" ")[0]}),
        foreign key (alliance_id, site_id) references site
      )`)
      .execute(db);
  }
  await sql`comment on column reading_day.day is 'day in China'`.execute(db);
  for (const table of ["reading", "reading_hour", "reading_day"])
    for (const { name, unit } of quantities) {
      const column = table === "reading" ? name : `${name}_sum`;
      await sql`comment on column ${sql.id(table)}.${sql.id(column)} is ${sql.lit(unit)}`.execute(db);
    }

  await sql
    .raw(`
    create table site_water (
      alliance_id uuid not null,
      site_id uuid not null,
      ${quantities.map(({ name }) => `${name} smallint, ${name}_at timestamptz`).join(",\n")},
      power boolean, power_at timestamptz,
      aerator boolean, aerator_at timestamptz,
      primary key (alliance_id, site_id),
      foreign key (alliance_id, site_id) references site
    )`)
    .execute(db);
  await sql`comment on table site_water is 'the newest value of each kind, kept by every write of readings, whose row also makes writers of one site take turns'`.execute(
    db,
  );

  await sql`
    create table alarm (
      alliance_id uuid not null references alliance,
      id uuid not null,
      site_id uuid not null,
      kind text not null check (kind in ('oxygen', 'temperature', 'ammonia', 'nitrite', 'power', 'aerator', 'silent')),
      device_id uuid,
      state text not null check (state in ('open', 'acknowledged', 'closed')),
      raised_at timestamptz not null,
      last_at timestamptz not null check (last_at >= raised_at),
      recovered_at timestamptz,
      worst int,
      threshold int,
      times int not null check (times > 0),
      acknowledged_at timestamptz,
      acknowledged_by uuid,
      acknowledged_note text,
      closed_at timestamptz,
      closed_by uuid,
      closed_note text,
      version int not null default 1,
      created_at timestamptz not null,
      primary key (alliance_id, id),
      foreign key (alliance_id, site_id) references site,
      foreign key (alliance_id, device_id) references device_token,
      foreign key (alliance_id, acknowledged_by) references account,
      foreign key (alliance_id, closed_by) references account,
      check ((state = 'closed') = (closed_at is not null)),
      check ((kind = 'silent') = (device_id is not null)),
      check (state <> 'acknowledged' or acknowledged_at is not null)
    )`.execute(db);
  await sql`comment on column alarm.device_id is 'the sensor that is silent'`.execute(db);
  await sql`comment on column alarm.last_at is 'the last reading beyond the threshold'`.execute(db);
  await sql`comment on column alarm.worst is 'of its readings, in the unit of the reading; null where there is no figure'`.execute(
    db,
  );
  await sql`comment on column alarm.times is 'how often it sounded before it was closed'`.execute(db);
  await sql`create unique index alarm_standing on alarm (alliance_id, site_id, kind, device_id) nulls not distinct where state <> 'closed'`.execute(
    db,
  );
  await sql`create index alarm_list on alarm (alliance_id, raised_at desc, id desc)`.execute(db);
  await sql`create index alarm_site on alarm (alliance_id, site_id, kind, raised_at desc)`.execute(db);

  // The app may make no tables: this one kind it may ask for.
  await sql`
    create function make_reading_partition(month date) returns void
    language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
    declare
      first date := date_trunc('month', month);
      name text := 'reading_' || to_char(first, 'YYYY_MM');
    begin
      if first not between '2015-01-01' and '2100-01-01' then
        raise exception 'no partition for %', month using errcode = 'datetime_field_overflow';
      end if;
      if to_regclass('public.' || name) is not null then return; end if;
      -- Two that ask at once take turns; writers of readings are not held up.
      lock table public.reading in share update exclusive mode;
      if to_regclass('public.' || name) is not null then return; end if;
      execute format('create table public.%I (like public.reading including all)', name);
      execute format('alter table public.reading attach partition public.%I for values from (%L) to (%L)', name,
        first::timestamp at time zone 'Asia/Shanghai',
        (first + interval '1 month')::timestamp at time zone 'Asia/Shanghai');
    end $$`.execute(db);
}
