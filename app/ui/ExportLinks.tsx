import { useSearchParams } from "@remix-run/react";
import { useTranslation } from "#app/i18n/useTranslation.ts";
import { ButtonLink } from "./ButtonLink.tsx";

/** What a list shows, all its pages, as a file: a workbook, or text for other programs. `of` is the list's path. */
export function ExportLinks({ of }: { of: string }) {
  const { t } = useTranslation();
  const [parameters] = useSearchParams();
  const to = (format: "xlsx" | "csv") => {
    const asked = new URLSearchParams(parameters);
    asked.delete("after");
    asked.set("format", format);
    return `${of}/export?${asked}`;
  };
  return (
    <div className="inline-flex">
      <ButtonLink to={to("xlsx")} icon="download" className="rounded-e-none" reloadDocument>
        {t("exportWorkbook")}
      </ButtonLink>
      <ButtonLink
        to={to("csv")}
        className="-ms-px rounded-s-none"
        aria-label={t("exportText")}
        reloadDocument
      >
        CSV
      </ButtonLink>
    </div>
  );
}
