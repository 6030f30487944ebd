import { useSearchParams } from "@remix-run/react";
import { useTranslation } from "#app/i18n/useTranslation.ts";
import { FilterBar } from "#app/ui/FilterBar.tsx";
import { FilterSearch } from "#app/ui/FilterSearch.tsx";
import { FilterSelect } from "#app/ui/FilterSelect.tsx";
import { agreementStates } from "./kinds.ts";

type Choice = { value: string; label: string };

type AgreementFiltersProps = {
  towns?: { code: string; name: string }[];
  species: readonly Choice[];
  /** organizations, where there are many to choose from */
  parties?: readonly Choice[];
};

export function AgreementFilters({ towns, species, parties }: AgreementFiltersProps) {
  const { t } = useTranslation(["supply", "common"]);
  const [parameters] = useSearchParams();
  const selects = [
    {
      name: "state",
      label: t("agreement.state"),
      options: agreementStates.map((value) => ({ value, label: t(`state.${value}`) })),
    },
    ...(parties
      ? (["supplier", "buyer"] as const).map((name) => ({
          ...{ name, label: t(`agreement.${name}`), options: [...parties] },
        }))
      : []),
    ...(towns
      ? [
          {
            name: "town",
            label: t("agreement.town"),
            options: towns.map(({ code, name }) => ({ value: code, label: name })),
          },
        ]
      : []),
    { name: "species", label: t("agreement.species"), options: [...species] },
  ];
  const q = parameters.get("q");
  const active = [
    ...(q ? [{ name: "q", label: t("common:pair", { label: t("agreement.search"), value: q }) }] : []),
    ...selects.flatMap(({ name, label, options }) => {
      const chosen = options.find(({ value }) => value === parameters.get(name));
      return chosen ? [{ name, label: t("common:pair", { label, value: chosen.label }) }] : [];
    }),
  ];
  return (
    <FilterBar label={t("agreements")} active={active}>
      <FilterSearch label={t("agreement.search")} hint={t("agreement.searchHint")} />
      {selects.map(({ name, label, options }) => (
        <FilterSelect key={name} name={name} label={label} options={options} />
      ))}
    </FilterBar>
  );
}
