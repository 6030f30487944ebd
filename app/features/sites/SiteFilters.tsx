import { useSearchParams } from "@remix-run/react";
import { useTranslation } from "#app/i18n/useTranslation.ts";
import { FilterBar } from "#app/ui/FilterBar.tsx";
import { FilterSearch } from "#app/ui/FilterSearch.tsx";
import { FilterSelect } from "#app/ui/FilterSelect.tsx";
import { stages } from "../members/kinds.ts";
import { siteGaps, siteKinds, siteStatuses } from "./kinds.ts";

type SiteFiltersProps = {
  towns: { code: string; name: string }[];
  species: { code: string; name: string }[];
};

export function SiteFilters({ towns, species }: SiteFiltersProps) {
  const { t } = useTranslation(["sites", "common"]);
  const [parameters] = useSearchParams();
  const townOptions = towns.map(({ code, name }) => ({ value: code, label: name }));
  const speciesOptions = species.map(({ code, name }) => ({ value: code, label: name }));
  const selects = [
    {
      name: "kind",
      label: t("field.kind"),
      options: siteKinds.map((value) => ({ value, label: t(`kind.${value}`) })),
    },
    { name: "town", label: t("field.townCode"), options: townOptions },
    {
      name: "status",
      label: t("field.status"),
      options: siteStatuses.map((value) => ({ value, label: t(`status.${value}`) })),
    },
    {
      name: "stage",
      label: t("field.stage"),
      options: stages.map((value) => ({ value, label: t(`common:stage.${value}`) })),
    },
    { name: "species", label: t("field.species"), options: speciesOptions },
    {
      name: "gap",
      label: t("gapLabel"),
      options: siteGaps.map((value) => ({ value, label: t(`gap.${value}`) })),
    },
  ];
  const active = selects.flatMap(({ name, label, options }) => {
    const chosen = options.find(({ value }) => value === parameters.get(name));
    return chosen ? [{ name, label: t("common:pair", { label, value: chosen.label }) }] : [];
  });
  const q = parameters.get("q");
  return (
    <FilterBar
      label={t("title")}
      keep={["organization"]}
      active={[...(q ? [{ name: "q", label: q }] : []), ...active]}
    >
      <FilterSearch label={t("common:search")} hint={t("searchHint")} />
      {selects.map(({ name, label, options }) => (
        <FilterSelect key={name} name={name} label={label} options={options} />
      ))}
    </FilterBar>
  );
}
