import { formatNumber } from "#app/i18n/format.ts";
import { useTranslation } from "#app/i18n/useTranslation.ts";
import type { ShownEvent } from "./LotTimeline.tsx";
import { formatKilograms } from "./MassText.tsx";

/** What an event says beside its kind, in one line. */
export function EventFacts({ event }: { event: ShownEvent }) {
  const { t, i18n } = useTranslation("production");
  const language = i18n.language;
  const { kind, count, massG, meanG, feed, fromOn, toOn, purpose, reason, note, details } = event;
  const said = [
    "product",
    "supplier",
    "supplierLot",
    "certificateNumber",
    "buyer",
    "receiver",
    "amount",
    "gear",
  ]
    .map((field) => details[field])
    .filter((value): value is string => typeof value === "string");
  const period = fromOn && (fromOn === toOn ? fromOn : `${fromOn} – ${toOn}`);
  const fish = count !== null && kind !== "feeding" && formatNumber(count, language);
  const weight = massG !== null && kind !== "sampling" && formatKilograms(massG, language);
  const words = [
    period,
    feed && t(`feed.${feed}`),
    fish && t("lot.fish", { number: fish }),
    weight,
    meanG !== null && t("lot.meanOf", { mean: formatNumber(meanG, language, 1, true) }),
    purpose && t(`purpose.${purpose}`),
  ].filter(Boolean);
  const written = [...said, reason, note].filter(Boolean);
  return (
    <>
      {words.join(" · ")}
      {written.length > 0 && (
        <>
          {words.length > 0 && " · "}
          <span lang="zh">{written.join(" · ")}</span>
        </>
      )}
    </>
  );
}
