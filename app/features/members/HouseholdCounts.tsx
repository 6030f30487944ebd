import type { ReactNode } from "react";
import { formatNumber } from "#app/i18n/format.ts";
import { useTranslation } from "#app/i18n/useTranslation.ts";
import { Figure } from "#app/ui/Figure.tsx";
import { FigureRow } from "#app/ui/FigureRow.tsx";
import { Section } from "#app/ui/Section.tsx";
import { householdFlags } from "./kinds.ts";

type Counts = { all: number; lifted: number; monitored: number; party: number };

type HouseholdCountsProps = { organizationId: string; counts: Counts; add?: ReactNode };

/** The households of a village, and how many of them are of each kind. */
export function HouseholdCounts({ organizationId, counts, add }: HouseholdCountsProps) {
  const { t, i18n } = useTranslation("members");
  const list = `/households?organization=${organizationId}`;
  return (
    <Section title={t("group.households")} actions={add}>
      <FigureRow label={t("group.households")}>
        <Figure value={formatNumber(counts.all, i18n.language)} label={t("households")} to={list} />
        {householdFlags.map((flag) => (
          <Figure
            key={flag}
            value={formatNumber(counts[flag], i18n.language)}
            label={t(`householdFlag.${flag}`)}
            to={`${list}&flag=${flag}`}
          />
        ))}
      </FigureRow>
    </Section>
  );
}
