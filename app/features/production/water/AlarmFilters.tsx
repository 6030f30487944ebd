import { useSearchParams } from "@remix-run/react";
import { useTranslation } from "#app/i18n/useTranslation.ts";
import { FilterBar } from "#app/ui/FilterBar.tsx";
import { FilterSelect } from "#app/ui/FilterSelect.tsx";
import { alarmKinds, alarmStates } from "./kinds.ts";

/** Who has one town, or none, has no choice of it. */
export function AlarmFilters({ towns }: { towns?: { code: string; name: string }[] }) {
  const { t } = useTranslation(["water", "common"]);
  const [parameters] = useSearchParams();
  const selects = [
    {
      name: "state",
      label: t("alarm.stateLabel"),
      empty: t("alarm.standing"),
      options: [...alarmStates, "all" as const].map((value) => ({ value, label: t(`alarm.state.${value}`) })),
    },
    {
      name: "kind",
      label: t("alarm.kindLabel"),
      options: alarmKinds.map((value) => ({ value, label: t(`alarm.kind.${value}`) })),
    },
    ...(towns
      ? [
          {
            name: "town",
            label: t("alarm.town"),
            options: towns.map(({ code, name }) => ({ value: code, label: name })),
          },
        ]
      : []),
  ];
  const active = selects.flatMap(({ name, label, options }) => {
    const chosen = options.find(({ value }) => value === parameters.get(name));
    return chosen ? [{ name, label: t("common:pair", { label, value: chosen.label }) }] : [];
  });
  return (
    <FilterBar label={t("alarms")} active={active}>
      {selects.map((select) => (
        <FilterSelect key={select.name} {...select} />
      ))}
    </FilterBar>
  );
}
