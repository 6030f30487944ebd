import { useSearchParams } from "@remix-run/react";
import { useTranslation } from "#app/i18n/useTranslation.ts";
import { FilterBar } from "#app/ui/FilterBar.tsx";
import { FilterSearch } from "#app/ui/FilterSearch.tsx";
import { FilterSelect } from "#app/ui/FilterSelect.tsx";
import { lotForms, lotStates } from "../kinds.ts";

type Choice = { value: string; label: string };

export function LotFilters({ towns, species }: { towns: Choice[]; species: Choice[] }) {
  const { t } = useTranslation(["production", "common"]);
  const [parameters] = useSearchParams();
  const selects = [
    {
      name: "form",
      label: t("lot.formLabel"),
      options: lotForms.map((value) => ({ value: value as string, label: t(`form.${value}`) })),
    },
    { name: "species", label: t("lot.species"), options: species },
    ...(towns.length > 0 ? [{ name: "town", label: t("lot.town"), options: towns }] : []),
    {
      name: "state",
      label: t("lot.stateLabel"),
      options: lotStates.map((value) => ({ value: value as string, label: t(`lot.state.${value}`) })),
    },
  ];
  const q = parameters.get("q");
  const active = selects.flatMap(({ name, label, options }) => {
    const chosen = options.find(({ value }) => value === parameters.get(name));
    return chosen ? [{ name, label: t("common:pair", { label, value: chosen.label }) }] : [];
  });
  return (
    <FilterBar
      label={t("lot.title")}
      keep={["organization", "site"]}
      active={[...(q ? [{ name: "q", label: q }] : []), ...active]}
    >
      <FilterSearch label={t("common:search")} hint={t("lot.searchHint")} />
      {selects.map(({ name, label, options }) => (
        <FilterSelect key={name} name={name} label={label} options={options} />
      ))}
    </FilterBar>
  );
}
