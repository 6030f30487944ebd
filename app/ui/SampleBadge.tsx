import { useTranslation } from "#app/i18n/useTranslation.ts";

/** Stands on every page while the data are made up. */
export function SampleBadge() {
  const { t } = useTranslation();
  return (
    <span
      title={t("sample.hint")}
      className="inline-flex shrink-0 items-center rounded-full border border-due bg-due-soft px-2 text-xs font-medium whitespace-nowrap text-due"
    >
      {t("sample.badge")}
    </span>
  );
}
