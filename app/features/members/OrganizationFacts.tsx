import { useTranslation } from "#app/i18n/useTranslation.ts";
import { Badge } from "#app/ui/Badge.tsx";
import { Card } from "#app/ui/Card.tsx";
import { DescriptionList } from "#app/ui/DescriptionList.tsx";
import { Section } from "#app/ui/Section.tsx";
import { StageBadge } from "#app/ui/StageBadge.tsx";
import { Time } from "#app/ui/Time.tsx";
import type { Organization } from "./organization.ts";

/** Who an organization is, and where. */
export function OrganizationFacts({ organization }: { organization: Organization }) {
  const { t } = useTranslation("members");
  const { villageCode, identityCode, stages, flags, lng, lat, isOwnConcern } = organization;
  const entity = organization.legalEntities.find(({ toOn }) => toOn === null);
  const typed = (text: string | null | undefined) => text && <span lang="zh">{text}</span>;
  return (
    <Section title={t("group.identity")}>
      <Card>
        <DescriptionList
          items={[
            { label: t("field.code"), value: organization.code },
            ...(villageCode ? [{ label: t("field.villageCode"), value: villageCode }] : []),
            { label: t("field.legalEntity"), value: typed(entity?.name) },
            { label: t("field.creditCode"), value: entity?.creditCode },
            ...(isOwnConcern
              ? [{ label: t("field.representative"), value: typed(entity?.representative) }]
              : []),
            { label: t("field.identityCode"), value: identityCode },
            {
              label: t("field.stages"),
              value: stages.length > 0 && (
                <span className="flex flex-wrap gap-1">
                  {stages.map((stage) => (
                    <StageBadge key={stage} stage={stage} />
                  ))}
                </span>
              ),
            },
            ...(flags.length > 0
              ? [
                  {
                    label: t("field.flags"),
                    value: (
                      <span className="flex flex-wrap gap-1">
                        {flags.map((flag) => (
                          <Badge key={flag}>{t(`flag.${flag}`)}</Badge>
                        ))}
                      </span>
                    ),
                  },
                ]
              : []),
            { label: t("field.townCode"), value: typed(organization.townName) },
            { label: t("field.address"), value: typed(organization.address) },
            {
              label: t("field.position"),
              value: lng !== null && lat !== null && `${lng.toFixed(5)}, ${lat.toFixed(5)}`,
            },
            ...(isOwnConcern
              ? [{ label: t("field.note"), value: typed(organization.note), wide: true }]
              : []),
            { label: t("field.updatedAt"), value: <Time at={organization.updatedAt} /> },
          ]}
        />
      </Card>
    </Section>
  );
}
