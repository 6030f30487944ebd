import { v7 as uuidv7 } from "uuid";
import type { Visit } from "#app/auth/session.server.ts";
import { ownOrganizationId, type Viewer } from "#app/auth/viewer.ts";
import { allow, found } from "#app/http/answers.server.ts";
import type { Language } from "#app/i18n/language.ts";
import { listSpecies } from "../../sites/queries/find-site.server.ts";
import { canRecord } from "../access.ts";
import { meanOf } from "../ledger/amount.ts";
import { listStockedSites, type StockedSite } from "../queries/lots-at-sites.server.ts";
import { type EntryKind, entryOf, splitsInto } from "./entries.ts";
import { inUnit, type MassUnit } from "./mass-unit.ts";

type Place = { site?: string; organization?: string; goods?: boolean };
type Context = { viewer: Viewer; visit: Visit; now: Date; today: string; language: Language };

/** Whose ponds: the own ones, or those of the village that is recorded for. undefined: that is still to be chosen. */
export async function readPonds(viewer: Viewer, { site, organization, goods }: Place) {
  allow(viewer.role !== "inspector");
  const [named] = site ? await listStockedSites(viewer, { siteIds: [site] }) : [];
  if (site) found(named);
  const own = ownOrganizationId(viewer);
  const operatorId = own ?? named?.operatorId ?? organization;
  if (!operatorId) return undefined;
  const stocked = await listStockedSites(viewer, { organizationId: operatorId }, { goods });
  const sites = stocked.filter((one) => canRecord(viewer, one));
  if (!own) found(sites[0]);
  return { sites, operatorId, onBehalfOf: own ? undefined : sites[0]?.operatorName };
}

/** What a form of the pond is filled with: new ids, what can be chosen, the unit that is printed on it. */
export async function loadEntry(
  kind: EntryKind | "again",
  { sites, operatorId, onBehalfOf }: NonNullable<Awaited<ReturnType<typeof readPonds>>>,
  { visit, now, today, language, site }: Context & Pick<Place, "site">,
) {
  const unit: MassUnit = visit.preferences.unit;
  const words = { language, unit };
  const at = kind === "again" ? "sites" : entryOf(kind).at;
  const needsSpecies = kind === "buy" || kind === "hatch";
  const fed = kind === "feeding" || kind === "again";
  const open = sites.filter((one) => !fed || !one.noFeeding).filter((one) => kind !== "again" || one.lastFed);
  const choices =
    at === "sites" || at === "site"
      ? open.map((one) => siteChoice(one, words))
      : sites
          .flatMap((one) => one.lots.map((lot) => lotChoice(one, lot, words)))
          .sort((a, b) => Number(b.form === "harvest") - Number(a.form === "harvest"));
  return {
    kind,
    at: now.toISOString(),
    today,
    unit,
    onBehalfOf,
    organizationId: operatorId,
    ids: {
      id: uuidv7(),
      file: uuidv7(),
      voice: uuidv7(),
      lot: uuidv7(),
      into: splitsInto.map(() => uuidv7()),
    },
    chosenSite: site,
    choices: choices.map((choice) => ({ ...choice, id: uuidv7() })),
    sites: sites.map(({ id, name }) => ({
      value: id,
      label: shortName(name, onBehalfOf ?? sites[0]?.operatorName),
    })),
    species: needsSpecies
      ? (await listSpecies()).map(({ code, nameZh, nameEn }) => ({
          value: code,
          label: language === "zh" ? nameZh : nameEn,
        }))
      : [],
  };
}
export type EntryPage = Awaited<ReturnType<typeof loadEntry>>;

type Words = { language: Language; unit: MassUnit };

/** Without the operator's own name, which nobody needs to read on every pond. */
export const shortName = (name: string, prefix = "") =>
  prefix !== "" && name.startsWith(prefix) && name !== prefix ? name.slice(prefix.length) : name;

function siteChoice(site: StockedSite, words: Words) {
  const { id, name, operatorName, lots, lastFed } = site;
  const massG = lots.reduce((sum, lot) => sum + lot.massG, 0);
  return {
    value: id,
    siteId: id,
    name: shortName(name, operatorName),
    fish: lots.filter((lot) => lot.massG > 0).map((lot) => speciesOf(lot, words)),
    hasFish: massG > 0,
    form: undefined,
    count: null,
    meanG: null,
    /** what a total is split by: the last feeding, else two hundredths of what swims there */
    ratio: lastFed?.massG ?? Math.max(1, Math.round(massG * 0.02)),
    lastFed: lastFed && { ...lastFed, amount: inUnit(lastFed.massG, words.unit) },
  };
}

function lotChoice(site: StockedSite, lot: StockedSite["lots"][number], words: Words) {
  return {
    value: lot.id,
    siteId: site.id,
    name: shortName(site.name, site.operatorName),
    fish: [speciesOf(lot, words)],
    hasFish: true,
    form: lot.form,
    count: lot.count,
    meanG: meanOf({ count: lot.count ?? 0, massG: lot.massG }),
    ratio: 0,
    lastFed: undefined,
  };
}

const speciesOf = ({ nameZh, nameEn }: { nameZh: string; nameEn: string }, { language }: Words) =>
  language === "zh" ? nameZh : nameEn;
