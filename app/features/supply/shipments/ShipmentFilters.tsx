import { useSearchParams } from "@remix-run/react";
import { useTranslation } from "#app/i18n/useTranslation.ts";
import { FilterBar } from "#app/ui/FilterBar.tsx";
import { FilterSelect } from "#app/ui/FilterSelect.tsx";
import { shipmentStates } from "./kinds.ts";

type ShipmentFiltersProps = {
  months: readonly string[];
  /** organizations, where there are many to choose from */
  parties?: readonly { value: string; label: string }[];
};

export function ShipmentFilters({ months, parties }: ShipmentFiltersProps) {
  const { t } = useTranslation(["shipments", "common"]);
  const [parameters] = useSearchParams();
  const selects = [
    {
      name: "state",
      label: t("stateLabel"),
      options: shipmentStates.map((value) => ({ value, label: t(`state.${value}`) })),
    },
    ...(parties
      ? (["supplier", "buyer"] as const).map((name) => ({ name, label: t(name), options: [...parties] }))
      : []),
    { name: "month", label: t("month"), options: months.map((value) => ({ value, label: value })) },
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
