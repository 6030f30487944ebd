/** What no constraint can say: each query returns the rows that break the rule. Run by `npm run db:check`. */
export const checks: { name: string; sql: string }[] = [
  {
    // Kept by every write to site; areas and volumes have two decimals.
    name: "site_total",
    sql: `
      select alliance_id, town_code, kind from (
        select alliance_id, town_code, kind, count(*) as sites,
          coalesce(sum(area_m2), 0) as area_m2, coalesce(sum(volume_m3), 0) as volume_m3
        from site where status <> 'ended' group by alliance_id, town_code, kind
      ) counted
      full join site_total kept using (alliance_id, town_code, kind)
      where (coalesce(counted.sites, 0), round(coalesce(counted.area_m2, 0), 2), round(coalesce(counted.volume_m3, 0), 2))
        <> (coalesce(kept.sites, 0), round(coalesce(kept.area_m2, 0), 2), round(coalesce(kept.volume_m3, 0), 2))`,
  },
  {
    // The newest row of the history is what the site says of itself.
    name: "site_status",
    sql: `
      select s.alliance_id, s.id from site s
      left join lateral (
        select status from site_status h
        where h.alliance_id = s.alliance_id and h.site_id = s.id order by from_on desc limit 1
      ) newest on true
      where newest.status is distinct from s.status`,
  },
  {
    // A village joins again only after it left; two memberships never run side by side.
    name: "membership_overlap",
    sql: `
      select a.alliance_id, a.id from membership a
      join membership b on b.alliance_id = a.alliance_id and b.organization_id = a.organization_id and b.id > a.id
      where daterange(a.joined_on, a.left_on, '[)') && daterange(b.joined_on, b.left_on, '[)')`,
  },
  {
    // The steps of a hazard are the truth; the last that decides anything is where it stands.
    name: "hazard_status",
    sql: `
      select h.alliance_id, h.id, h.status from hazard h
      left join lateral (
        select case kind when 'rectified' then 'rectified' when 'closed' then 'closed' else 'open' end as status
        from hazard_step s
        where s.alliance_id = h.alliance_id and s.hazard_id = h.id and s.kind <> 'noted'
        order by number desc limit 1
      ) last on true
      where last.status is distinct from h.status`,
  },
  {
    name: "hazard_deadline",
    sql: `
      select h.alliance_id, h.id, h.due_on from hazard h
      left join lateral (
        select due_on from hazard_step s
        where s.alliance_id = h.alliance_id and s.hazard_id = h.id and s.due_on is not null
        order by number desc limit 1
      ) last on true
      where last.due_on is distinct from h.due_on`,
  },
  {
    name: "site_species_unknown",
    sql: `
      select s.alliance_id, s.id, farmed.code from site s cross join unnest(s.species) as farmed (code)
      where not exists (select 1 from species where species.code = farmed.code)`,
  },
  {
    name: "town_of_county",
    sql: `
      select o.alliance_id, o.id, o.town_code from organization o join alliance a on a.id = o.alliance_id
      where left(o.town_code, 6) <> a.county_code
      union all
      select s.alliance_id, s.id, s.town_code from site s join alliance a on a.id = s.alliance_id
      where left(s.town_code, 6) <> a.county_code`,
  },
  {
    // The caches of a lot are the sums of its entries.
    name: "lot_balance",
    sql: `
      select lot.alliance_id, lot.id from lot
      left join (
        select alliance_id, lot_id, sum(coalesce(count, 0)) as count, sum(mass_g) as mass_g
        from entry group by alliance_id, lot_id
      ) sums on sums.alliance_id = lot.alliance_id and sums.lot_id = lot.id
      where (coalesce(lot.count, 0), lot.mass_g) is distinct from (coalesce(sums.count, 0), coalesce(sums.mass_g, 0))`,
  },
  {
    // No lot was below zero, or fish without weight, at any moment of the time it tells of.
    name: "lot_over_time",
    sql: `
      with stepped as (
        select entry.alliance_id, entry.lot_id, e.occurred_at, coalesce(voided.sequence, e.sequence) as first,
          (e.kind = 'void')::int as second, sum(coalesce(entry.count, 0)) as count, sum(entry.mass_g) as mass_g
        from entry join event e on e.alliance_id = entry.alliance_id and e.id = entry.event_id
        left join event voided on voided.alliance_id = e.alliance_id and voided.id = e.voids_event_id
        group by entry.alliance_id, entry.lot_id, e.alliance_id, e.id, voided.sequence
      ), running as (
        select alliance_id, lot_id, occurred_at, sum(count) over timeline as count, sum(mass_g) over timeline as mass_g
        from stepped window timeline as (partition by alliance_id, lot_id order by occurred_at, first, second)
      )
      select running.alliance_id, running.lot_id, running.occurred_at from running
      join lot on lot.alliance_id = running.alliance_id and lot.id = running.lot_id
      where running.count < 0 or running.mass_g < 0
        or (lot.count is not null and (running.count = 0) <> (running.mass_g = 0))`,
  },
  {
    name: "event_moves",
    sql: `
      select alliance_id, event_id from entry where reason = 'move' group by alliance_id, event_id
      having sum(coalesce(count, 0)) <> 0 or sum(mass_g) <> 0`,
  },
  {
    // What a link says went into a lot is what the entries say.
    name: "lot_link_entries",
    sql: `
      select link.alliance_id, link.event_id, link.child_id from (
        select alliance_id, event_id, child_id, sum(mass_g) as mass_g from lot_link group by alliance_id, event_id, child_id
      ) link
      left join (
        select alliance_id, event_id, lot_id, sum(mass_g) as mass_g from entry
        where reason = 'move' and mass_g > 0 group by alliance_id, event_id, lot_id
      ) moved on moved.alliance_id = link.alliance_id and moved.event_id = link.event_id and moved.lot_id = link.child_id
      where link.mass_g is distinct from moved.mass_g`,
  },
  {
    // Every event names its lots, those it only looked at too.
    name: "event_lot_of_entry",
    sql: `
      select entry.alliance_id, entry.event_id, entry.lot_id from entry
      left join event_lot on event_lot.alliance_id = entry.alliance_id and event_lot.event_id = entry.event_id
        and event_lot.lot_id = entry.lot_id
      where event_lot.lot_id is null`,
  },
  {
    // A withdrawal goes along with the fish: from when it stands on the parent, every child has it too.
    name: "withdrawal_of_children",
    sql: `
      select link.alliance_id, link.child_id, w.event_id from lot_link link
      join event e on e.alliance_id = link.alliance_id and e.id = link.event_id
      join lot_withdrawal w on w.alliance_id = link.alliance_id and w.lot_id = link.parent_id and w.voided_by is null
        and w.from_at <= e.occurred_at
        and (w.ended_on is null or w.ended_on > (e.occurred_at at time zone 'Asia/Shanghai')::date)
      left join lot_withdrawal own on own.alliance_id = link.alliance_id and own.lot_id = link.child_id and own.event_id = w.event_id
      where own.lot_id is null`,
  },
  {
    // A file is kept with an event that is booked or waits.
    name: "event_file_without_event",
    sql: `
      select f.alliance_id, f.event_id, f.file_id from event_file f
      where not exists (select from event e where e.alliance_id = f.alliance_id and e.id = f.event_id)
        and not exists (select from pending_event p where p.alliance_id = f.alliance_id and p.id = f.event_id)`,
  },
  {
    // A statement's sums are those of its lines; a correction names one of the same agreement and period.
    name: "settlement_sum",
    sql: `
      select s.alliance_id, s.id from settlement s
      left join settlement old on old.alliance_id = s.alliance_id and old.id = s.corrects_id
      left join lateral (
        select coalesce(sum(amount_fen) filter (where disputed is null), 0) as total_fen,
          coalesce(sum(amount_fen) filter (where disputed is not null), 0) as disputed_fen
        from settlement_line l where l.alliance_id = s.alliance_id and l.settlement_id = s.id
      ) lines on true
      where (s.total_fen, s.disputed_fen) <> (lines.total_fen, lines.disputed_fen)
        or (s.corrects_id is not null and (old.agreement_id, old.from_on, old.to_on, old.before_fen + old.payable_fen)
          is distinct from (s.agreement_id, s.from_on, s.to_on, s.before_fen))`,
  },
  {
    // What is undisputed stands on one statement that counts.
    name: "settlement_source",
    sql: `
      select l.alliance_id, l.source_id as id from settlement_line l
      join settlement s on s.alliance_id = l.alliance_id and s.id = l.settlement_id
      left join settlement later on later.alliance_id = s.alliance_id and later.corrects_id = s.id
      where l.source_id is not null and l.disputed is null and later.id is null
      group by l.alliance_id, l.source_id, l.kind having count(*) > 1`,
  },
  {
    name: "settlement_period",
    sql: `
      select a.alliance_id, a.id from settlement a
      join settlement b on b.alliance_id = a.alliance_id and b.agreement_id = a.agreement_id and b.id > a.id
      where daterange(a.from_on, a.to_on, '[]') && daterange(b.from_on, b.to_on, '[]')
        and not exists (select from settlement c where c.alliance_id = a.alliance_id and c.corrects_id in (a.id, b.id))`,
  },
  {
    name: "payment_sum",
    sql: `
      select s.alliance_id, s.id from settlement s
      join payment p on p.alliance_id = s.alliance_id and p.settlement_id = s.id
      group by s.alliance_id, s.id having sum(p.amount_fen) not between 0 and s.payable_fen`,
  },
];
