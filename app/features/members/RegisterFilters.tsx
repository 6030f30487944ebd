import { useSearchParams } from "@remix-run/react";
import { useTranslation } from "#app/i18n/useTranslation.ts";
import { FilterBar } from "#app/ui/FilterBar.tsx";
import { FilterSearch } from "#app/ui/FilterSearch.tsx";
import { FilterSelect } from "#app/ui/FilterSelect.tsx";

type RegisterFilter = {
  name: string;
  label: string;
  options: { value: string; label: string }[];
  empty?: string;
};

type RegisterFiltersProps = { label: string; filters: RegisterFilter[]; keep?: string[] };

/** Search and choices over a list of the register; what is chosen stands below as something to take away. */
export function RegisterFilters({ label, filters, keep }: RegisterFiltersProps) {
  const { t } = useTranslation(["members", "common"]);
  const [parameters] = useSearchParams();
  const q = parameters.get("q");
  const active = filters.flatMap(({ name, label: question, options }) => {
    const chosen = options.find(({ value }) => value === parameters.get(name));
    return chosen ? [{ name, label: t("common:pair", { label: question, value: chosen.label }) }] : [];
  });
  return (
    <FilterBar label={label} keep={keep} active={[...(q ? [{ name: "q", label: q }] : []), ...active]}>
      <FilterSearch label={t("common:search")} hint={t("hint.search")} />
      {filters.map((filter) => (
        <FilterSelect key={filter.name} {...filter} />
      ))}
    </FilterBar>
  );
}
