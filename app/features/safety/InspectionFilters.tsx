import { useSearchParams } from "@remix-run/react";
import { useTranslation } from "#app/i18n/useTranslation.ts";
import { FilterBar } from "#app/ui/FilterBar.tsx";
import { FilterSelect } from "#app/ui/FilterSelect.tsx";
import { inspectionResults } from "./kinds.ts";
import { monthsBefore, monthsToChoose } from "./month.ts";

type InspectionFiltersProps = { towns?: { code: string; name: string }[]; today: string };

/** Who has one town, or only own sites, has no choice of towns. */
export function InspectionFilters({ towns, today }: InspectionFiltersProps) {
  const { t } = useTranslation(["safety", "common"]);
  const [parameters] = useSearchParams();
  const selects = [
    {
      name: "result",
      label: t("inspection.result"),
      options: inspectionResults.map((value) => ({ value, label: t(`inspection.resultFilter.${value}`) })),
    },
    ...(towns
      ? [
          {
            name: "town",
            label: t("inspection.town"),
            options: towns.map(({ code, name }) => ({ value: code, label: name })),
          },
        ]
      : []),
    {
      name: "month",
      label: t("inspection.month"),
      options: monthsBefore(today, monthsToChoose).map((value) => ({ value, label: value })),
    },
  ];
  const active = selects.flatMap(({ name, label, options }) => {
    const chosen = options.find(({ value }) => value === parameters.get(name));
    return chosen ? [{ name, label: t("common:pair", { label, value: chosen.label }) }] : [];
  });
  return (
    <FilterBar label={t("inspections")} active={active} keep={["site"]}>
      {selects.map(({ name, label, options }) => (
        <FilterSelect key={name} name={name} label={label} options={options} />
      ))}
    </FilterBar>
  );
}
