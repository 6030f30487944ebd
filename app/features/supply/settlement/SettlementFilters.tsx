import { useSearchParams } from "@remix-run/react";
import { useTranslation } from "#app/i18n/useTranslation.ts";
import { FilterBar } from "#app/ui/FilterBar.tsx";
import { FilterSelect } from "#app/ui/FilterSelect.tsx";
import { standings } from "./kinds.ts";

type SettlementFiltersProps = {
  /** organizations, where there are many to choose from */
  parties?: readonly { value: string; label: string }[];
};

export function SettlementFilters({ parties }: SettlementFiltersProps) {
  const { t } = useTranslation(["settlement", "common"]);
  const [parameters] = useSearchParams();
  const selects = [
    {
      name: "standing",
      label: t("standingLabel"),
      options: standings.map((value) => ({ value, label: t(`standing.${value}`) })),
    },
    ...(parties
      ? (["supplier", "buyer"] as const).map((name) => ({ name, label: t(name), options: [...parties] }))
      : []),
  ];
  const active = selects.flatMap(({ name, label, options }) => {
    const chosen = options.find(({ value }) => value === parameters.get(name));
    return chosen ? [{ name, label: t("common:pair", { label, value: chosen.label }) }] : [];
  });
  return (
    <FilterBar label={t("title")} active={active} keep={["agreement"]}>
      {selects.map(({ name, label, options }) => (
        <FilterSelect key={name} name={name} label={label} options={options} />
      ))}
    </FilterBar>
  );
}
