import { useTranslation } from "react-i18next";
import { formatNumber, unitWord } from "#app/i18n/format.ts";
import type { Unit } from "#app/i18n/units.ts";

/** A number with its unit in a lighter weight; the value is in that unit already. */
export function Quantity({ value, unit, decimals = 0 }: { value: number; unit: Unit; decimals?: number }) {
  const { i18n } = useTranslation();
  return (
    <span className="whitespace-nowrap">
      {formatNumber(value, i18n.language, decimals)}
      <span className="ms-1 font-normal text-muted lang-zh:ms-0.5">
        {unitWord(unit, value, i18n.language)}
      </span>
    </span>
  );
}
