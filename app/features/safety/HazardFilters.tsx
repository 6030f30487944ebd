import { useSearchParams } from "@remix-run/react";
import { useTranslation } from "#app/i18n/useTranslation.ts";
import { FilterBar } from "#app/ui/FilterBar.tsx";
import { FilterSelect } from "#app/ui/FilterSelect.tsx";
import { severities, statusChoices } from "./kinds.ts";
import { monthsBefore, monthsToChoose } from "./month.ts";

type HazardFiltersProps = { towns?: { code: string; name: string }[]; today: string };

/** Who has one town, or only own sites, has no choice of towns. */
export function HazardFilters({ towns, today }: HazardFiltersProps) {
  const { t } = useTranslation(["safety", "common"]);
  const [parameters] = useSearchParams();
  const selects = [
    {
      name: "status",
      label: t("hazard.status"),
      options: statusChoices.map((value) => ({ value, label: t(`status.${value}`) })),
    },
    {
      name: "overdue",
      label: t("hazard.overdueFilter"),
      options: [{ value: "yes", label: t("hazard.overdueOnly") }],
    },
    {
      name: "severity",
      label: t("hazard.severity"),
      options: severities.map((value) => ({ value, label: t(`severity.${value}`) })),
    },
    ...(towns
      ? [
          {
            name: "town",
            label: t("hazard.town"),
            options: towns.map(({ code, name }) => ({ value: code, label: name })),
          },
        ]
      : []),
    {
      name: "month",
      label: t("hazard.month"),
      options: monthsBefore(today, monthsToChoose).map((value) => ({ value, label: value })),
    },
  ];
  const active = selects.flatMap(({ name, label, options }) => {
    const chosen = options.find(({ value }) => value === parameters.get(name));
    return chosen ? [{ name, label: t("common:pair", { label, value: chosen.label }) }] : [];
  });
  return (
    <FilterBar label={t("hazards")} active={active} keep={["site"]}>
      {selects.map(({ name, label, options }) => (
        <FilterSelect key={name} name={name} label={label} options={options} />
      ))}
    </FilterBar>
  );
}
