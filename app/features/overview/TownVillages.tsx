import { formatNumber, toMu } from "#app/i18n/format.ts";
import { useTranslation } from "#app/i18n/useTranslation.ts";
import { ButtonLink } from "#app/ui/ButtonLink.tsx";
import { DataTable } from "#app/ui/DataTable.tsx";
import { Link } from "#app/ui/Link.tsx";
import { Section } from "#app/ui/Section.tsx";
import { CountLink } from "./CountLink.tsx";
import type { Town } from "./town.server.ts";

/** The member villages of a town with what each operates, and the way to those that are not members. */
export function TownVillages({ town, households = true }: { town: Town; households?: boolean }) {
  const { t, i18n } = useTranslation("overview");
  const { code, villages } = town;
  const link = town.hasMoreVillages
    ? { to: `/members?town=${code}`, label: t("allVillages") }
    : town.villages.length < town.villageCount && {
        to: `/members?membership=all&town=${code}`,
        label: t("nonMembersToo", { count: town.villageCount }),
      };
  return (
    <Section
      title={t("villages", { count: town.members, number: formatNumber(town.members, i18n.language) })}
      actions={link && <ButtonLink to={link.to}>{link.label}</ButtonLink>}
    >
      {villages.length > 0 && (
        <DataTable
          caption={t("memberVillages")}
          phone="scroll"
          rows={villages}
          rowKey={(village) => village.id}
          columns={[
            {
              key: "name",
              label: t("memberVillages"),
              heading: true,
              cell: ({ id, name }) => (
                <Link to={`/members/${id}`} lang="zh">
                  {name}
                </Link>
              ),
            },
            {
              key: "ponds",
              label: t("pondsColumn"),
              align: "end",
              cell: ({ id, ponds }) => <CountLink to={`/sites?kind=pond&organization=${id}`} value={ponds} />,
            },
            {
              key: "water",
              label: t("waterColumn"),
              align: "end",
              cell: ({ id, waterAreaM2 }) => (
                <CountLink
                  to={`/sites?kind=water_area&organization=${id}`}
                  value={toMu(waterAreaM2)}
                  decimals={1}
                />
              ),
            },
            ...(households
              ? [
                  {
                    key: "households",
                    label: t("households"),
                    align: "end" as const,
                    cell: ({ id, households }: Town["villages"][number]) => (
                      <CountLink to={`/households?organization=${id}`} value={households} />
                    ),
                  },
                ]
              : []),
          ]}
        />
      )}
    </Section>
  );
}
