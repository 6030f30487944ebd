import { itemsOf } from "#app/features/safety/checklist.ts";
import { defaultLines } from "#app/features/safety/default-checklists.ts";
import type { NewInspection } from "#app/features/safety/queries/write-inspections.server.ts";
import type { NewStep } from "#app/features/safety/queries/write-steps.server.ts";
import { addDays } from "#app/i18n/day.ts";
import type { planContacts } from "./contacts.ts";
import { type Context, findTown } from "./context.ts";
import { graverFaults, type PlannedFault, smallFaults } from "./faults.ts";
import { isKnown, known, type Organization } from "./organizations.ts";
import { planName } from "./people.ts";
import type { Site } from "./sites.ts";

type Contacts = ReturnType<typeof planContacts>;
export type PlannedStep = NewStep & { by: "operator" | "inspector"; operatorId: string; person: string };

const months = 18;
const inspectionsPerMonth = 11;
const shareWithHazard = 0.38;

const everyFault = [...smallFaults, ...graverFaults];

/** What becomes of a hazard by today. */
type Fate = "closed" | "sentBack" | "rectified" | "open" | "overdue";

/**
 * Inspections of 18 months. What they found is long closed, but for the last weeks: a few hazards are open, a few wait
 * for their check, two are overdue. Whatever is grave, late or sent back is on organizations named 示例….
 */
export function planHazards(
  context: Context,
  organizations: readonly Organization[],
  sites: readonly Site[],
  contacts: Contacts,
) {
  const { asOf, nextId } = context;
  const random = context.random.fork("hazards");
  const operators = new Map(organizations.map((one) => [one.id, one]));
  const operatorOf = ({ operatorId }: Site) => operators.get(operatorId) as Organization;
  const isMadeUp = (site: Site) => operatorOf(site).name.startsWith("示例");
  const inspectors = Array.from({ length: 4 }, () => planName(random));
  const steps: PlannedStep[] = [];

  /** Faults that the checklist of a site asks for. */
  const faultsOf = (site: Site, faults: PlannedFault[]) => {
    const lines = defaultLines(site.kind);
    return faults.filter(({ item }) => lines.includes(item));
  };

  function inspect(site: Site, inspectedOn: string, fate?: Fate, fault?: PlannedFault): NewInspection {
    const items = itemsOf(defaultLines(site.kind)).map((item) => ({
      ...item,
      result: item.text === fault?.item ? ("failed" as const) : ("ok" as const),
    }));
    const [first, second] = random.shuffle(inspectors);
    return {
      id: nextId(),
      siteId: site.id,
      inspectedOn,
      inspectors: `${first}、${second}`,
      checklistVersion: 1,
      note: null,
      items,
      hazards: fate && fault ? [planHazard(site, inspectedOn, fate, fault, items)] : [],
    };
  }

  function planHazard(
    site: Site,
    foundOn: string,
    fate: Fate,
    { item, description, remedy, severity }: PlannedFault,
    items: { text: string }[],
  ) {
    const { operatorId } = site;
    const people = contacts.filter(({ organizationId }) => organizationId === operatorId);
    const person = (people.find(({ role }) => role === "keeper") ?? people[0])?.name ?? operatorOf(site).name;
    const days = fate === "overdue" ? random.integer(8, 12) : random.integer(7, 15);
    const hazard = {
      id: nextId(),
      stepId: nextId(),
      item: items.findIndex(({ text }) => text === item) + 1,
      description,
      severity,
      responsible: person,
      dueOn: addDays(foundOn, days),
    };
    const taken = (step: Pick<PlannedStep, "kind" | "happenedOn" | "note" | "by"> & { dueOn?: string }) =>
      steps.push({ id: nextId(), hazardId: hazard.id, operatorId, person, ...step });
    let day = addDays(foundOn, random.integer(2, 6));
    const rectify = (note: string) => taken({ kind: "rectified", happenedOn: day, note, by: "operator" });
    if (fate === "open" || fate === "overdue") return hazard;
    rectify(remedy);
    if (fate === "rectified") return hazard;
    if (fate === "sentBack") {
      day = addDays(day, random.integer(1, 3));
      taken({
        kind: "sent_back",
        happenedOn: day,
        dueOn: addDays(day, 7),
        note: "现场看过，还有一处没有改到位",
        by: "inspector",
      });
      day = addDays(day, random.integer(1, 5));
      rectify("全部改好，请再看");
    }
    day = addDays(day, random.integer(1, 4));
    taken({ kind: "closed", happenedOn: day, note: "现场复查，已整改", by: "inspector" });
    return hazard;
  }

  const current = sites.filter(({ status }) => status === "in_use");
  const standing = (day: string) => current.filter(({ statuses }) => (statuses[0]?.fromOn ?? asOf) <= day);
  /** Days ago that leave a hazard time to be closed. */
  const settled = 30;

  const routine = Array.from({ length: months * inspectionsPerMonth }, (_, index) => {
    const ago = settled + Math.floor((index / inspectionsPerMonth) * 30.4) + random.integer(0, 29);
    const day = addDays(asOf, -ago);
    const site = random.pick(standing(day));
    if (!random.chance(shareWithHazard)) return inspect(site, day);
    const madeUp = isMadeUp(site);
    const faults = faultsOf(site, madeUp ? everyFault : smallFaults);
    const fate = madeUp && random.chance(0.25) ? "sentBack" : "closed";
    return inspect(site, day, fate, random.pick(faults));
  });

  /** Of the last weeks, one site each. */
  const ordinary = random.shuffle(current.filter((site) => !isMadeUp(site) && !isKnown(operatorOf(site))));
  const madeUp = random.shuffle(current.filter(isMadeUp));
  const jianchi = findTown(context, "涧池镇").code;
  const ofJianchi = ordinary.find(({ townCode }) => townCode === jianchi);
  const ofJunba = current.find((site) => operatorOf(site).code === known.junba);
  const lately = (site: Site | undefined, ago: number, fate: Fate, faults = smallFaults) =>
    site ? [inspect(site, addDays(asOf, -ago), fate, random.pick(faultsOf(site, faults)))] : [];
  const recent = [
    ...lately(madeUp[0], 32, "overdue", everyFault),
    ...lately(madeUp[1], 19, "overdue"),
    ...lately(ofJunba, 24, "closed"),
    ...lately(madeUp[2], 14, "rectified"),
    ...lately(ordinary[0], 12, "rectified"),
    ...lately(ofJianchi, 4, "open"),
    ...lately(ordinary[1], 5, "open"),
    ...lately(ordinary[2], 3, "open"),
    ...lately(madeUp[3], 2, "open", everyFault),
    ...ordinary.slice(3, 9).map((site, index) => inspect(site, addDays(asOf, -1 - index * 4))),
  ];
  return { inspections: [...routine, ...recent], hazardSteps: steps };
}
