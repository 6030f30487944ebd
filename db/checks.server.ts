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
];
