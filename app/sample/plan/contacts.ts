import type { ContactFields } from "#app/features/members/schema.ts";
import type { Context } from "./context.ts";
import { isKnown, type Organization } from "./organizations.ts";
import { planName, planPhone } from "./people.ts";

type Role = ContactFields["role"];

/** How many member villages still have nobody to call: something for the coordinator to mend. */
const withoutContact = 4;

export function planContacts(
  context: Context,
  members: readonly Organization[],
  enterprises: readonly Organization[],
) {
  const random = context.random.fork("contacts");
  const contact = (organization: Organization, role: Role, fromOn: string, toOn: string | null = null) => ({
    id: context.nextId(),
    organizationId: organization.id,
    role,
    name: planName(random),
    phone: planPhone(random),
    fromOn,
    toOn,
  });
  const silent = random.shuffle(members.filter((village) => !isKnown(village))).slice(0, withoutContact);

  const ofVillages = members
    .filter((village) => !silent.includes(village))
    .flatMap((village) => {
      const people = [contact(village, "secretary", "2021-01-15"), contact(village, "keeper", "2023-07-01")];
      if (random.chance(0.45)) {
        people.push(contact(village, "first_secretary", "2021-07-01", "2023-06-30"));
        people.push(contact(village, "first_secretary", "2023-07-01"));
      }
      if (isKnown(village) || random.chance(0.6)) people.push(contact(village, "liaison", "2024-01-01"));
      return people;
    });
  const ofEnterprises = enterprises.flatMap((enterprise) => {
    const people = [
      contact(enterprise, "director", "2022-03-01"),
      contact(enterprise, "liaison", "2023-06-16"),
    ];
    if (enterprise.stages.includes("processing")) people.push(contact(enterprise, "quality", "2023-09-01"));
    return people;
  });
  return [...ofVillages, ...ofEnterprises];
}
