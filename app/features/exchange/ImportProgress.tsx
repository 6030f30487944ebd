import { useRevalidator } from "@remix-run/react";
import { useEffect } from "react";
import { formatNumber } from "#app/i18n/format.ts";
import { useTranslation } from "#app/i18n/useTranslation.ts";
import { Progress } from "#app/ui/Progress.tsx";

const everyMs = 1500;

/** Looks again by itself, with a script or without; the page can be left. */
export function ImportProgress({ done, total }: { done: number; total: number }) {
  const { t, i18n } = useTranslation("exchange");
  const { revalidate } = useRevalidator();
  useEffect(() => {
    const timer = window.setInterval(revalidate, everyMs);
    return () => window.clearInterval(timer);
  }, [revalidate]);
  const counts = { done: formatNumber(done, i18n.language), total: formatNumber(total, i18n.language) };
  return (
    <>
      <noscript>
        <meta httpEquiv="refresh" content="2" />
      </noscript>
      <Progress label={t("storing")} value={done} max={total} note={t("progress", counts)} />
    </>
  );
}
