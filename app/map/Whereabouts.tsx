import { formatNumber } from "#app/i18n/format.ts";
import { useTranslation } from "#app/i18n/useTranslation.ts";
import type { Whereabouts as State } from "./useWhereIAm.ts";

/** What came of asking the device where it is, in words. */
export function Whereabouts({ whereabouts: { state, fix } }: { whereabouts: State }) {
  const { t, i18n } = useTranslation("map");
  return (
    <p role="status" className={state === "idle" ? "sr-only" : "text-sm"}>
      {state === "found"
        ? t("here.found", { metres: formatNumber(Math.ceil(fix.accuracy), i18n.language) })
        : state !== "idle" && t(`here.${state}`)}
    </p>
  );
}
