import type { PermitFields } from "#app/features/sites/schema.ts";
import { addDays } from "#app/i18n/day.ts";
import type { Context } from "./context.ts";
import { isKnown, type Organization } from "./organizations.ts";
import type { Site } from "./sites.ts";
import { addYears } from "./years.ts";

type Kind = PermitFields["kind"];
type Holder = { organizationId: string; siteId: null } | { organizationId: null; siteId: string };

const marks: Record<Kind, string> = {
  aquaculture: "养证",
  facility_land: "设农备",
  effluent: "尾水",
  water_intake: "取水",
  fry_production: "苗证",
  food_production: "食产",
  food_trade: "食经",
  wildlife: "繁育",
};
/** Bases of this size treat their effluent under a permit of their own. */
const effluentFrom = 15;
const pondVillagesWithout = 4;
const watersWithout = 3;
const notified = [12, 25, 40, 55];

const ofSite = ({ id }: Site): Holder => ({ organizationId: null, siteId: id });
const of = ({ id }: Organization): Holder => ({ organizationId: id, siteId: null });

/**
 * Permits of tanks and earth ponds are held by the organization for all of them; reservoirs, raceways, hatcheries,
 * plants and shops have their own. A few are missing, one has expired and four will within 60 days.
 */
export function planPermits(
  context: Context,
  organizations: readonly Organization[],
  sites: readonly Site[],
) {
  const random = context.random.fork("permits");
  let serial = 0;
  function permit(kind: Kind, holder: Holder, daysLeft = random.integer(200, 1_700)) {
    const expiresOn = addDays(context.asOf, daysLeft);
    const issuedOn = addYears(expiresOn, -5);
    const number = `示例${marks[kind]}〔${issuedOn.slice(0, 4)}〕第${String(++serial).padStart(4, "0")}号`;
    return {
      id: context.nextId(),
      ...holder,
      kind,
      number,
      issuer: "汉阴县主管部门（示例）",
      issuedOn,
      expiresOn: kind === "facility_land" ? null : expiresOn,
    };
  }
  const current = sites.filter(({ status }) => status !== "ended");
  const ofKind = (...kinds: Site["kind"][]) => current.filter(({ kind }) => kinds.includes(kind));
  const concernsKnown = ({ operatorId, ownerId }: Site) =>
    organizations.some((one) => isKnown(one) && (one.id === operatorId || one.id === ownerId));

  const ponds = ofKind("pond");
  const pondsOf = ({ id }: Organization) => ponds.filter(({ ownerId }) => ownerId === id).length;
  const holders = organizations.filter(({ id }) =>
    ofKind("pond", "earth_pond").some((site) => site.operatorId === id),
  );
  const small = holders.filter((one) => !isKnown(one) && pondsOf(one) > 0 && pondsOf(one) < effluentFrom);
  const without = random.shuffle(small).slice(0, pondVillagesWithout);
  const farming = holders
    .filter((one) => !without.includes(one))
    .map((one) => permit("aquaculture", of(one)));
  const land = organizations
    .filter((one) => pondsOf(one) > 0 && !without.includes(one))
    .flatMap((one) =>
      pondsOf(one) >= effluentFrom
        ? [permit("facility_land", of(one)), permit("effluent", of(one))]
        : [permit("facility_land", of(one))],
    );

  const waters = random
    .shuffle(ofKind("water_area").filter((site) => !concernsKnown(site)))
    .slice(0, watersWithout + notified.length + 1);
  const unlicensed = waters.slice(0, watersWithout);
  const expiring = new Map(
    waters.slice(watersWithout).map((site, index) => [site, [-18, ...notified][index]]),
  );
  const reservoirs = ofKind("water_area")
    .filter((site) => !unlicensed.includes(site))
    .map((site) => permit("aquaculture", ofSite(site), expiring.get(site)));

  const sturgeon = organizations.filter(({ id }) =>
    current.some(({ operatorId, species }) => operatorId === id && species.includes("siberian_sturgeon")),
  );
  return [
    ...farming,
    ...land,
    ...reservoirs,
    ...ofKind("raceway").flatMap((site) => [
      permit("aquaculture", ofSite(site)),
      permit("water_intake", ofSite(site)),
    ]),
    ...ofKind("hatchery").map((site) => permit("fry_production", ofSite(site))),
    ...ofKind("plant").map((site) => permit("food_production", ofSite(site))),
    ...ofKind("outlet").map((site) => permit("food_trade", ofSite(site))),
    ...sturgeon.map((one) => permit("wildlife", of(one))),
  ];
}
