import { type Kysely, sql } from "kysely";

export async function up(db: Kysely<unknown>) {
  await sql`
    create table account (
      alliance_id uuid not null references alliance,
      id uuid not null,
      login text not null unique check (login = lower(login) and login <> ''),
      name text not null check (name <> ''),
      password_hash text not null,
      must_change_password boolean not null default false,
      role text not null check (role in ('coordinator', 'town', 'village', 'enterprise', 'inspector')),
      town_code text references town,
      organization_id uuid,
      language text not null default 'zh' check (language in ('zh', 'en')),
      unit text not null default 'kg' check (unit in ('kg', 'jin')),
      theme text not null default 'system' check (theme in ('system', 'light', 'dark')),
      ended_at timestamptz,
      version int not null default 1,
      created_at timestamptz not null,
      updated_at timestamptz not null,
      primary key (alliance_id, id),
      foreign key (alliance_id, organization_id) references organization,
      check ((role = 'town') = (town_code is not null)),
      check ((role in ('village', 'enterprise')) = (organization_id is not null))
    )`.execute(db);
  await sql`comment on table account is 'directory table: login is unique over all alliances, because a sign-in cannot know its alliance'`.execute(
    db,
  );
  await sql`create index account_list on account (alliance_id, login collate "C", id)`.execute(db);
  await sql`create index account_organization on account (alliance_id, organization_id)`.execute(db);

  await sql`
    create table session (
      alliance_id uuid not null,
      id uuid not null,
      account_id uuid not null,
      token_hash bytea not null unique,
      remembered boolean not null,
      created_at timestamptz not null,
      last_seen_at timestamptz not null,
      expires_at timestamptz not null,
      user_agent text,
      primary key (alliance_id, id),
      foreign key (alliance_id, account_id) references account
    )`.execute(db);
  await sql`create index session_account on session (alliance_id, account_id)`.execute(db);
  await sql`create index session_expiry on session (expires_at)`.execute(db);

  await sql`
    create table api_token (
      alliance_id uuid not null,
      id uuid not null,
      account_id uuid not null,
      name text not null check (name <> ''),
      token_hash bytea not null unique,
      scope text not null check (scope in ('read', 'write')),
      created_at timestamptz not null,
      expires_at timestamptz not null,
      last_used_at timestamptz,
      revoked_at timestamptz,
      primary key (alliance_id, id),
      foreign key (alliance_id, account_id) references account
    )`.execute(db);
  await sql`create index api_token_account on api_token (alliance_id, account_id)`.execute(db);

  await sql`
    create table sign_in_failure (
      id uuid primary key,
      login text not null,
      address text not null,
      at timestamptz not null
    )`.execute(db);
  await sql`comment on table sign_in_failure is 'belongs to no alliance: the login may not exist'`.execute(
    db,
  );
  await sql`create index sign_in_failure_login on sign_in_failure (login, address, at)`.execute(db);
  await sql`create index sign_in_failure_address on sign_in_failure (address, at)`.execute(db);
}
