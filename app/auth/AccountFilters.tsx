import { useSearchParams } from "@remix-run/react";
import { useTranslation } from "#app/i18n/useTranslation.ts";
import { FilterBar } from "#app/ui/FilterBar.tsx";
import { FilterSearch } from "#app/ui/FilterSearch.tsx";
import { FilterSelect } from "#app/ui/FilterSelect.tsx";
import { roles } from "./viewer.ts";

export function AccountFilters({ towns }: { towns: { code: string; name: string }[] }) {
  const { t } = useTranslation(["auth", "common"]);
  const [parameters] = useSearchParams();
  const selects = [
    {
      name: "role",
      label: t("field.role"),
      options: roles.map((value) => ({ value, label: t(`role.${value}`) })),
    },
    {
      name: "town",
      label: t("field.townCode"),
      options: towns.map(({ code, name }) => ({ value: code, label: name })),
    },
    {
      name: "state",
      label: t("accounts.state.label"),
      options: (["active", "ended"] as const).map((value) => ({
        value,
        label: t(`accounts.state.${value}`),
      })),
    },
  ];
  const active = selects.flatMap(({ name, label, options }) => {
    const chosen = options.find(({ value }) => value === parameters.get(name));
    return chosen ? [{ name, label: t("common:pair", { label, value: chosen.label }) }] : [];
  });
  const q = parameters.get("q");
  return (
    <FilterBar label={t("accounts.title")} active={[...(q ? [{ name: "q", label: q }] : []), ...active]}>
      <FilterSearch label={t("common:search")} hint={t("accounts.searchHint")} />
      {selects.map((select) => (
        <FilterSelect key={select.name} {...select} />
      ))}
    </FilterBar>
  );
}
