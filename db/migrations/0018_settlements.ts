import { type Kysely, sql } from "kysely";

/** What is owed for what was delivered, who agreed to it, what was paid, and what came to a village and its households. */
export async function up(db: Kysely<unknown>) {
  await sql`
    create table settlement (
      alliance_id uuid not null,
      id uuid not null,
      code text not null check (code ~ '^[0-9A-Z-]{3,36}$'),
      agreement_id uuid not null,
      number int not null check (number > 0),
      from_on date not null,
      to_on date not null check (to_on >= from_on),
      corrects_id uuid check (corrects_id <> id),
      carried_fen bigint not null check (carried_fen <= 0),
      before_fen bigint not null check (before_fen >= 0),
      total_fen bigint not null,
      payable_fen bigint not null check (payable_fen = greatest(total_fen, 0)),
      carried_over_fen bigint not null check (carried_over_fen = least(total_fen, 0)),
      disputed_fen bigint not null,
      silence_confirms_on date not null,
      written_at timestamptz not null,
      written_by_name text not null,
      primary key (alliance_id, id),
      unique (alliance_id, code),
      unique (alliance_id, agreement_id, number),
      unique (alliance_id, corrects_id),
      foreign key (alliance_id, agreement_id) references agreement,
      foreign key (alliance_id, corrects_id) references settlement,
      check (corrects_id is not null or before_fen = 0)
    )`.execute(db);
  await sql`comment on table settlement is 'a statement for a supplier and a period; corrected by a further one, never changed; append-only'`.execute(
    db,
  );
  await sql`comment on column settlement.carried_fen is 'what the supplier still owed after the statement before'`.execute(
    db,
  );
  await sql`comment on column settlement.before_fen is 'what the statement that this one corrects said is to be paid'`.execute(
    db,
  );
  await sql`comment on column settlement.carried_over_fen is 'what the supplier owes after this statement; the next one starts with it'`.execute(
    db,
  );
  await sql`comment on column settlement.disputed_fen is 'the sum of the disputed lines; not in the total'`.execute(
    db,
  );
  await sql`comment on column settlement.silence_confirms_on is 'who has not answered by this day has confirmed'`.execute(
    db,
  );

  await sql`
    create table settlement_line (
      alliance_id uuid not null,
      settlement_id uuid not null,
      seq int not null check (seq > 0),
      kind text not null check (kind in
        ('carried', 'fish', 'reward', 'fry', 'feed', 'drug', 'service', 'money', 'deduction', 'before')),
      source_id uuid,
      on_day date,
      mass_g bigint check (mass_g >= 0),
      fen_per_kg bigint check (fen_per_kg >= 0),
      amount_fen bigint not null,
      disputed text check (disputed <> ''),
      market_fen bigint check (market_fen >= 0),
      cost_fen bigint check (cost_fen >= 0),
      reason text,
      primary key (alliance_id, settlement_id, seq),
      unique (alliance_id, settlement_id, kind, source_id),
      foreign key (alliance_id, settlement_id) references settlement,
      check ((kind in ('carried', 'before')) = (source_id is null)),
      check ((kind in ('fish', 'reward')) = (mass_g is not null and fen_per_kg is not null)),
      check ((kind = 'deduction') = (reason is not null))
    )`.execute(db);
  await sql`comment on table settlement_line is 'a line of a statement, from one source; append-only'`.execute(
    db,
  );
  await sql`comment on column settlement_line.source_id is 'fish and reward: the receipt''s event; fry to money: the advance; a deduction''s own id'`.execute(
    db,
  );
  await sql`comment on column settlement_line.mass_g is 'what is paid of the receipt, water and dead fish taken off'`.execute(
    db,
  );
  await sql`comment on column settlement_line.disputed is 'why a side does not agree: the line stands outside the sum, and its source comes into the next statement again'`.execute(
    db,
  );
  await sql`comment on column settlement_line.market_fen is 'fen per kg on the market that day, where the terms ask for it'`.execute(
    db,
  );
  await sql`comment on column settlement_line.cost_fen is 'fen per kg the fish cost, where the terms ask for it'`.execute(
    db,
  );
  await sql`create index settlement_line_source on settlement_line (alliance_id, source_id)`.execute(db);

  await sql`
    create table settlement_answer (
      alliance_id uuid not null,
      id uuid not null,
      settlement_id uuid not null,
      side text not null check (side in ('supplier', 'buyer')),
      answer text not null check (answer in ('confirmed', 'disputed')),
      seq int,
      reason text check (reason <> ''),
      answered_at timestamptz not null,
      account_name text not null,
      primary key (alliance_id, id),
      foreign key (alliance_id, settlement_id) references settlement,
      foreign key (alliance_id, settlement_id, seq) references settlement_line,
      check ((answer = 'disputed') = (seq is not null and reason is not null))
    )`.execute(db);
  await sql`comment on table settlement_answer is 'what a side says to a statement; its last answer counts; append-only'`.execute(
    db,
  );
  await sql`comment on column settlement_answer.seq is 'the line that is disputed'`.execute(db);
  await sql`create index settlement_answer_of on settlement_answer (alliance_id, settlement_id)`.execute(db);

  await sql`
    create table payment (
      alliance_id uuid not null,
      id uuid not null,
      settlement_id uuid not null,
      paid_on date not null,
      amount_fen bigint not null check (amount_fen <> 0),
      note text,
      reverses_id uuid,
      written_at timestamptz not null,
      written_by_name text not null,
      primary key (alliance_id, id),
      unique (alliance_id, reverses_id),
      foreign key (alliance_id, settlement_id) references settlement,
      foreign key (alliance_id, reverses_id) references payment,
      check ((reverses_id is null) = (amount_fen > 0)),
      check (reverses_id is null or note is not null)
    )`.execute(db);
  await sql`comment on table payment is 'what was paid of a statement; corrected by a row that reverses; append-only'`.execute(
    db,
  );
  await sql`create index payment_settlement on payment (alliance_id, settlement_id)`.execute(db);

  await sql`
    create table income (
      alliance_id uuid not null,
      id uuid not null,
      organization_id uuid not null,
      household_id uuid,
      kind text not null check (kind in ('dividend', 'share_dividend', 'rent', 'wage', 'guarantee', 'order')),
      on_day date not null,
      amount_fen bigint not null check (amount_fen <> 0),
      from_organization_id uuid,
      note text,
      reverses_id uuid,
      written_at timestamptz not null,
      written_by_name text not null,
      primary key (alliance_id, id),
      unique (alliance_id, reverses_id),
      foreign key (alliance_id, organization_id) references organization,
      foreign key (alliance_id, from_organization_id) references organization,
      foreign key (alliance_id, household_id) references household,
      foreign key (alliance_id, reverses_id) references income,
      check ((reverses_id is null) = (amount_fen > 0)),
      check (reverses_id is null or note is not null)
    )`.execute(db);
  await sql`comment on table income is 'what came to a village or one of its households; corrected by a row that reverses; append-only'`.execute(
    db,
  );
  await sql`comment on column income.kind is '分红, 入股分红, 土地设施租金, 务工工资, 保底收益, 订单收入'`.execute(
    db,
  );
  await sql`comment on column income.household_id is 'null: the village itself'`.execute(db);
  await sql`create index income_organization on income (alliance_id, organization_id, on_day)`.execute(db);

  for (const table of ["settlement", "settlement_line", "settlement_answer", "payment", "income"])
    await sql`
      create trigger append_only before update or delete or truncate on ${sql.table(table)}
      for each statement execute function refuse_change()`.execute(db);
}
