import { useTranslation } from "#app/i18n/useTranslation.ts";

export function SkipLink() {
  const { t } = useTranslation();
  return (
    <a
      href="#main"
      className="absolute start-2 top-2 z-30 -translate-y-20 rounded-control bg-accent px-4 py-2 text-on-accent focus:translate-y-0 print:hidden"
    >
      {t("skip")}
    </a>
  );
}
