import { useSearchParams } from "@remix-run/react";
import { useTranslation } from "#app/i18n/useTranslation.ts";
import { FilterBar } from "#app/ui/FilterBar.tsx";
import { FilterSearch } from "#app/ui/FilterSearch.tsx";
import { FilterSelect } from "#app/ui/FilterSelect.tsx";
import { Icon } from "#app/ui/Icon.tsx";
import { stages } from "../members/kinds.ts";
import { siteKinds, siteStatuses } from "../sites/kinds.ts";

type MapFiltersProps = {
  towns: { code: string; name: string }[];
  operators: { group: string; options: { value: string; label: string }[] }[];
};

export function MapFilters({ towns, operators }: MapFiltersProps) {
  const { t } = useTranslation(["overview", "sites", "common"]);
  const [parameters] = useSearchParams();
  const selects = [
    {
      name: "town",
      label: t("sites:field.townCode"),
      options: towns.map(({ code, name }) => ({ value: code, label: name })),
    },
    {
      name: "kind",
      label: t("sites:field.kind"),
      options: siteKinds.map((value) => ({ value, label: t(`sites:kind.${value}`) })),
    },
    {
      name: "stage",
      label: t("sites:field.stage"),
      options: stages.map((value) => ({ value, label: t(`common:stage.${value}`) })),
    },
    {
      name: "status",
      label: t("sites:field.status"),
      options: siteStatuses.map((value) => ({ value, label: t(`sites:status.${value}`) })),
    },
    {
      name: "organization",
      label: t("sites:field.operatorId"),
      options: operators.flatMap(({ options }) => options),
    },
  ];
  const active = selects.flatMap(({ name, label, options }) => {
    const chosen = options.find(({ value }) => value === parameters.get(name));
    return chosen ? [{ name, label: t("common:pair", { label, value: chosen.label }) }] : [];
  });
  const q = parameters.get("q");
  return (
    <FilterBar
      label={t("map.find")}
      keep={["off", "base", "fill"]}
      active={[...(q ? [{ name: "q", label: q }] : []), ...active]}
    >
      <FilterSearch label={t("map.find")} hint={t("map.findHint")} />
      <details className="order-last basis-full" open={active.length > 0 || undefined}>
        <summary className="target flex cursor-pointer items-center gap-1 text-accent">
          <Icon name="filter" className="size-4" />
          {t("map.narrow")}
        </summary>
        <div className="grid grid-cols-2 gap-2">
          {selects.map(({ name, label, options }) => (
            <FilterSelect key={name} name={name} label={label} options={options} />
          ))}
        </div>
      </details>
    </FilterBar>
  );
}
