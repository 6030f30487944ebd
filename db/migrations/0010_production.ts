import { type Kysely, sql } from "kysely";

/** Lots, what happens to them, and by how much each event changed each lot: the ledger. */
export async function up(db: Kysely<unknown>) {
  await sql`
    create table lot (
      alliance_id uuid not null references alliance,
      id uuid not null,
      code text not null check (code ~ '^[0-9A-Z-]{1,48}$'),
      site_id uuid not null,
      species text not null references species,
      form text not null check (form in ('fry', 'farmed', 'standing', 'harvest', 'transit')),
      count bigint check (count >= 0),
      mass_g bigint not null check (mass_g >= 0),
      started_at timestamptz not null,
      last_event_at timestamptz not null check (last_event_at >= started_at),
      revision int not null default 0,
      primary key (alliance_id, id),
      unique (alliance_id, code),
      foreign key (alliance_id, site_id) references site,
      check (count is null or (count = 0) = (mass_g = 0))
    )`.execute(db);
  await sql`comment on table lot is 'an amount of one species in one form at one place that shares one history'`.execute(
    db,
  );
  await sql`comment on column lot.site_id is 'where it is; of a lot in transit: where it left from'`.execute(
    db,
  );
  await sql`comment on column lot.count is 'fish, the sum of its entries; null: not countable'`.execute(db);
  await sql`comment on column lot.mass_g is 'the sum of its entries'`.execute(db);
  await sql`comment on column lot.revision is 'moved on by every event of the lot, entries or none'`.execute(
    db,
  );
  await sql`create unique index lot_standing on lot (alliance_id, site_id, species) where form = 'standing'`.execute(
    db,
  );
  await sql`create index lot_site on lot (alliance_id, site_id, started_at)`.execute(db);
  await sql`create index lot_open on lot (alliance_id, code) where mass_g > 0`.execute(db);
  await sql`create index lot_species on lot (alliance_id, species, code) where mass_g > 0`.execute(db);

  await sql`
    create table event (
      alliance_id uuid not null references alliance,
      id uuid not null,
      sequence bigint generated always as identity,
      kind text not null check (kind in ('hatch', 'buy', 'stocking', 'feeding', 'input', 'sampling', 'mortality',
        'treatment', 'test', 'transfer', 'split', 'merge', 'count', 'harvest', 'emptying', 'dispatch', 'sale', 'void')),
      site_id uuid not null,
      occurred_at timestamptz not null,
      recorded_at timestamptz not null,
      account_id uuid,
      account_name text not null,
      account_role text not null,
      on_behalf boolean not null,
      purpose text check (purpose in ('food', 'rearing', 'disposal')),
      count bigint check (count >= 0),
      mass_g bigint check (mass_g >= 0),
      mean_g numeric check (mean_g > 0),
      feed text check (feed in ('compound', 'fodder')),
      from_on date,
      to_on date check (to_on >= from_on),
      cost_fen bigint check (cost_fen >= 0),
      voids_event_id uuid,
      reason text,
      note text,
      doubts text[] not null default '{}',
      details jsonb not null default '{}',
      body_hash bytea not null,
      primary key (alliance_id, id),
      foreign key (alliance_id, site_id) references site,
      foreign key (alliance_id, account_id) references account,
      foreign key (alliance_id, voids_event_id) references event,
      check (occurred_at <= recorded_at + interval '10 minutes'),
      check (kind <> 'feeding' or (mass_g > 0 and feed is not null and from_on is not null and to_on is not null)),
      check (kind <> 'sampling' or (mean_g is not null and count > 0)),
      check (kind <> 'mortality' or count > 0),
      check ((kind in ('harvest', 'dispatch', 'sale')) = (purpose is not null)),
      check ((kind = 'void') = (voids_event_id is not null)),
      check (kind <> 'count' or reason is not null)
    )`.execute(db);
  await sql`comment on table event is 'what happened, where and when, and who wrote it down; append-only'`.execute(
    db,
  );
  await sql`comment on column event.sequence is 'made by the server: the order of events of one instant'`.execute(
    db,
  );
  await sql`comment on column event.account_id is 'null: the program itself'`.execute(db);
  await sql`comment on column event.on_behalf is '代录: written by somebody who does not act for the operator'`.execute(
    db,
  );
  await sql`comment on column event.count is 'fish concerned: dead, caught, weighed in a sample, moved'`.execute(
    db,
  );
  await sql`comment on column event.mass_g is 'feed given, fish caught or moved, grams; null: not weighed'`.execute(
    db,
  );
  await sql`comment on column event.mean_g is 'mean weight of a sample, grams per fish'`.execute(db);
  await sql`comment on column event.doubts is 'what looked wrong and was confirmed by the writer'`.execute(
    db,
  );
  await sql`comment on column event.body_hash is 'sha256 of what was sent: the same id with another body is refused'`.execute(
    db,
  );
  await sql`create unique index event_void on event (alliance_id, voids_event_id) where voids_event_id is not null`.execute(
    db,
  );
  await sql`create index event_site on event (alliance_id, site_id, occurred_at desc, sequence desc)`.execute(
    db,
  );
  await sql`create index event_kind on event (alliance_id, kind, occurred_at desc, sequence desc)`.execute(
    db,
  );
  await sql`create index event_recorded on event (alliance_id, recorded_at desc)`.execute(db);

  await sql`
    create table event_lot (
      alliance_id uuid not null,
      event_id uuid not null,
      lot_id uuid not null,
      share_g bigint check (share_g >= 0),
      primary key (alliance_id, event_id, lot_id),
      foreign key (alliance_id, event_id) references event,
      foreign key (alliance_id, lot_id) references lot
    )`.execute(db);
  await sql`comment on table event_lot is 'every lot an event concerns, also without entries; append-only'`.execute(
    db,
  );
  await sql`comment on column event_lot.share_g is 'what of the event''s feed fell to this lot'`.execute(db);
  await sql`create index event_lot_lot on event_lot (alliance_id, lot_id)`.execute(db);

  await sql`
    create table entry (
      alliance_id uuid not null,
      event_id uuid not null,
      lot_id uuid not null,
      seq int not null check (seq > 0),
      count bigint,
      mass_g bigint not null,
      reason text not null check (reason in ('move', 'growth', 'shrink', 'loss', 'adjust', 'recruit', 'out')),
      caused_by_event_id uuid not null,
      primary key (alliance_id, event_id, lot_id, seq),
      foreign key (alliance_id, event_id) references event,
      foreign key (alliance_id, lot_id) references lot,
      foreign key (alliance_id, caused_by_event_id) references event,
      check (coalesce(count, 0) <> 0 or mass_g <> 0)
    )`.execute(db);
  await sql`comment on table entry is 'by how much an event changed a lot, and why; append-only. Its time is that of event_id'`.execute(
    db,
  );
  await sql`comment on column entry.caused_by_event_id is 'the event that wrote it: another than event_id where an earlier event, typed later, is made up for at the next assertion'`.execute(
    db,
  );
  await sql`create index entry_lot on entry (alliance_id, lot_id)`.execute(db);
  await sql`create index entry_cause on entry (alliance_id, caused_by_event_id)`.execute(db);

  await sql`
    create table lot_link (
      alliance_id uuid not null,
      event_id uuid not null,
      parent_id uuid not null,
      child_id uuid not null check (child_id <> parent_id),
      count bigint check (count >= 0),
      mass_g bigint not null check (mass_g >= 0),
      primary key (alliance_id, event_id, parent_id, child_id),
      foreign key (alliance_id, event_id) references event,
      foreign key (alliance_id, parent_id) references lot,
      foreign key (alliance_id, child_id) references lot
    )`.execute(db);
  await sql`comment on table lot_link is 'what went from one lot into another by an event; append-only'`.execute(
    db,
  );
  await sql`create index lot_link_parent on lot_link (alliance_id, parent_id)`.execute(db);
  await sql`create index lot_link_child on lot_link (alliance_id, child_id)`.execute(db);

  await sql`
    create table pending_event (
      alliance_id uuid not null references alliance,
      id uuid not null,
      kind text not null,
      site_id uuid not null,
      occurred_at timestamptz not null,
      recorded_at timestamptz not null,
      account_id uuid,
      account_name text not null,
      account_role text not null,
      on_behalf boolean not null,
      body jsonb not null,
      body_hash bytea not null,
      reason text not null check (reason in ('short', 'uneven', 'withheld', 'refused')),
      lot_id uuid,
      short_at timestamptz,
      short_count bigint,
      short_mass_g bigint,
      message text,
      settled_at timestamptz,
      settled_by_name text,
      outcome text check (outcome in ('booked', 'dropped')),
      outcome_note text,
      primary key (alliance_id, id),
      foreign key (alliance_id, site_id) references site,
      foreign key (alliance_id, lot_id) references lot,
      foreign key (alliance_id, account_id) references account,
      check ((settled_at is null) = (outcome is null)),
      check (outcome is distinct from 'dropped' or outcome_note is not null)
    )`.execute(db);
  await sql`comment on table pending_event is 'what was typed and could not be booked; kept until somebody settles it'`.execute(
    db,
  );
  await sql`comment on column pending_event.reason is 'short: a balance below zero; uneven: fish without weight or weight without fish; withheld: the gate; refused: message says'`.execute(
    db,
  );
  await sql`create index pending_event_open on pending_event (alliance_id, recorded_at) where settled_at is null`.execute(
    db,
  );
  await sql`create index pending_event_site on pending_event (alliance_id, site_id)`.execute(db);

  await sql`
    create table lot_withdrawal (
      alliance_id uuid not null,
      lot_id uuid not null,
      event_id uuid not null,
      from_on date not null,
      last_dose_on date not null check (last_dose_on >= from_on),
      degree_days int check (degree_days > 0),
      days int check (days > 0),
      reached numeric not null default 0 check (reached >= 0),
      counted_to date,
      ended_on date,
      expected_from date,
      expected_to date check (expected_to >= expected_from),
      voided_by uuid,
      primary key (alliance_id, lot_id, event_id),
      foreign key (alliance_id, lot_id) references lot,
      foreign key (alliance_id, event_id) references event,
      foreign key (alliance_id, voided_by) references event,
      check (num_nonnulls(degree_days, days) > 0)
    )`.execute(db);
  await sql`comment on table lot_withdrawal is 'a withdrawal on a lot that was treated, or that comes from one that was'`.execute(
    db,
  );
  await sql`comment on column lot_withdrawal.reached is 'degree-days counted to counted_to, from recorded days only'`.execute(
    db,
  );
  await sql`comment on column lot_withdrawal.ended_on is 'the first day on which the fish is fit; null: not yet'`.execute(
    db,
  );
  await sql`create index lot_withdrawal_open on lot_withdrawal (alliance_id, expected_from) where ended_on is null and voided_by is null`.execute(
    db,
  );
  await sql`create index lot_withdrawal_event on lot_withdrawal (alliance_id, event_id)`.execute(db);

  await sql`
    create table lot_hold (
      alliance_id uuid not null,
      lot_id uuid not null,
      origin_id uuid not null,
      event_id uuid,
      kind text not null check (kind in ('test_failed', 'unknown_drug', 'off_label', 'inspector', 'breach')),
      reason text,
      from_at timestamptz not null,
      placed_at timestamptz not null,
      placed_by_name text not null,
      lifted_at timestamptz,
      lifted_by_name text,
      lift_reason text,
      primary key (alliance_id, lot_id, origin_id, kind),
      foreign key (alliance_id, lot_id) references lot,
      foreign key (alliance_id, event_id) references event,
      check (num_nonnulls(lifted_at, lifted_by_name, lift_reason) in (0, 3)),
      check (kind <> 'inspector' or reason is not null)
    )`.execute(db);
  await sql`comment on table lot_hold is 'a lot that may not go to food until somebody who may lifts it with a reason'`.execute(
    db,
  );
  await sql`comment on column lot_hold.origin_id is 'the event or the inspector''s act it began with, the same on every descendant'`.execute(
    db,
  );
  await sql`comment on column lot_hold.event_id is 'what caused it; null: an inspector''s word'`.execute(db);
  await sql`create index lot_hold_open on lot_hold (alliance_id, placed_at) where lifted_at is null`.execute(
    db,
  );

  await sql`
    create table breach (
      alliance_id uuid not null,
      event_id uuid not null,
      lot_id uuid not null,
      cause_event_id uuid not null,
      opened_at timestamptz not null,
      closed_at timestamptz,
      closed_by_name text,
      closing_note text,
      primary key (alliance_id, event_id, lot_id, cause_event_id),
      foreign key (alliance_id, event_id) references event,
      foreign key (alliance_id, lot_id) references lot,
      foreign key (alliance_id, cause_event_id) references event,
      check (num_nonnulls(closed_at, closed_by_name, closing_note) in (0, 3))
    )`.execute(db);
  await sql`comment on table breach is 'fish that went to food before a truth that should have held it was written down'`.execute(
    db,
  );
  await sql`create index breach_open on breach (alliance_id, opened_at) where closed_at is null`.execute(db);

  for (const table of ["event", "event_lot", "entry", "lot_link"])
    await sql`
      create trigger append_only before update or delete or truncate on ${sql.table(table)}
      for each statement execute function refuse_change()`.execute(db);
}
