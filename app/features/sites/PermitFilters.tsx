import { useSearchParams } from "@remix-run/react";
import { useTranslation } from "#app/i18n/useTranslation.ts";
import { FilterBar } from "#app/ui/FilterBar.tsx";
import { FilterSelect } from "#app/ui/FilterSelect.tsx";
import { permitKinds } from "./kinds.ts";
import { permitStandings } from "./permit-standing.ts";

/** A town officer has one town, and no choice of it. */
export function PermitFilters({ towns }: { towns?: { code: string; name: string }[] }) {
  const { t } = useTranslation(["sites", "common"]);
  const [parameters] = useSearchParams();
  const selects = [
    {
      name: "standing",
      label: t("permit.standingLabel"),
      options: permitStandings.map((value) => ({ value, label: t(`permit.standing.${value}`) })),
    },
    {
      name: "kind",
      label: t("permit.kindLabel"),
      options: permitKinds.map((value) => ({ value, label: t(`permit.kind.${value}`) })),
    },
    ...(towns
      ? [
          {
            name: "town",
            label: t("field.townCode"),
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
    <FilterBar label={t("permits")} active={active}>
      {selects.map(({ name, label, options }) => (
        <FilterSelect key={name} name={name} label={label} options={options} />
      ))}
    </FilterBar>
  );
}
