import { useSearchParams } from "@remix-run/react";
import { useId } from "react";
import { useTranslation } from "#app/i18n/useTranslation.ts";
import { FilterBar } from "#app/ui/FilterBar.tsx";
import { FilterSearch } from "#app/ui/FilterSearch.tsx";
import { FilterSelect } from "#app/ui/FilterSelect.tsx";
import { subjectKinds } from "./subjects.ts";

type AuditFiltersProps = { accounts: { id: string; name: string; login: string }[] };

export function AuditFilters({ accounts }: AuditFiltersProps) {
  const { t } = useTranslation(["audit", "common"]);
  const [parameters] = useSearchParams();
  const selects = [
    {
      name: "kind",
      label: t("kindLabel"),
      options: subjectKinds.map((value) => ({ value, label: t(`kind.${value}`) })),
    },
    {
      name: "account",
      label: t("account"),
      options: accounts.map(({ id, name, login }) => ({ value: id, label: `${name} ${login}` })),
    },
  ];
  const days = (["from", "to"] as const).map((name) => ({ name, label: t(name) }));
  const chosen = selects.flatMap(({ name, label, options }) => {
    const option = options.find(({ value }) => value === parameters.get(name));
    return option ? [{ name, label: t("common:pair", { label, value: option.label }) }] : [];
  });
  const span = days.flatMap(({ name, label }) => {
    const value = parameters.get(name);
    return value ? [{ name, label: t("common:pair", { label, value }) }] : [];
  });
  const q = parameters.get("q");
  return (
    <FilterBar label={t("title")} active={[...(q ? [{ name: "q", label: q }] : []), ...chosen, ...span]}>
      <FilterSearch label={t("common:search")} hint={t("searchHint")} />
      {selects.map((select) => (
        <FilterSelect key={select.name} {...select} />
      ))}
      {days.map((day) => (
        <FilterDay key={day.name} {...day} />
      ))}
    </FilterBar>
  );
}

function FilterDay({ name, label }: { name: string; label: string }) {
  const id = useId();
  const [parameters] = useSearchParams();
  return (
    <div className="min-w-36 max-sm:flex-1">
      <label htmlFor={id} className="block text-sm text-muted">
        {label}
      </label>
      <input id={id} type="date" name={name} defaultValue={parameters.get(name) ?? ""} className="control" />
    </div>
  );
}
