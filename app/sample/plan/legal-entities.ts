import type { Context } from "./context.ts";
import { planCreditCode } from "./credit-codes.ts";
import { isCooperative } from "./enterprises.ts";
import type { Organization } from "./organizations.ts";
import { planName } from "./people.ts";

export function planLegalEntities(
  context: Context,
  villages: readonly Organization[],
  enterprises: readonly { organization: Organization; legalName: string }[],
) {
  const random = context.random.fork("legal entities");
  const entity = (organizationId: string, name: string, kind: Parameters<typeof planCreditCode>[1]) => ({
    id: context.nextId(),
    organizationId,
    name,
    creditCode: planCreditCode(random, kind),
    representative: planName(random),
    fromOn: `20${random.integer(17, 22)}-0${random.integer(1, 9)}-${random.integer(10, 28)}`,
    toOn: null,
  });
  return [
    ...villages.map((village) => entity(village.id, `${village.address}股份经济合作社`, "village")),
    ...enterprises.map(({ organization, legalName }) =>
      entity(organization.id, legalName, isCooperative(organization) ? "cooperative" : "company"),
    ),
  ];
}
