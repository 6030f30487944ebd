import type { TFunction } from "i18next";
import { formatNumber } from "#app/i18n/format.ts";
import { useTranslation } from "#app/i18n/useTranslation.ts";
import { ButtonLink } from "#app/ui/ButtonLink.tsx";
import { Notice } from "#app/ui/Notice.tsx";
import { ImportProgress } from "./ImportProgress.tsx";
import { StoreForm } from "./StoreForm.tsx";
import type { ShownImport } from "./show-import.ts";

/** How an import stands, and what can be done with it now. */
export function ImportOutcome({ imported, unticked }: { imported: ShownImport; unticked: boolean }) {
  const { t, i18n } = useTranslation("exchange");
  const { id, kind, isOwn, status, acts, counts, progress, moved, failure, fingerprint } = imported;
  const open = isOwn && (status === "ready" || status === "failed");
  const further = (
    <>
      {counts.error > 0 && (
        <ButtonLink to={`/imports/${id}/errors`} icon="download" reloadDocument>
          {t("downloadErrors")}
        </ButtonLink>
      )}
      {isOwn && status !== "queued" && (
        <ButtonLink to="/imports" icon="upload">
          {t("another")}
        </ButtonLink>
      )}
    </>
  );
  return (
    <>
      {moved && status === "ready" && <Notice tone="warning">{t("moved")}</Notice>}
      {status === "failed" && (
        <Notice tone="error" title={t("failedTitle")}>
          {failure && failureText(t, failure)}
        </Notice>
      )}
      {status === "queued" && <ImportProgress done={progress} total={acts} />}
      {status === "stored" && (
        <Notice
          tone="success"
          title={t("stored", { count: acts, number: formatNumber(acts, i18n.language) })}
          action={<ButtonLink to={`/${kind}`}>{t("seeList")}</ButtonLink>}
        />
      )}
      {open && acts > 0 ? (
        <StoreForm
          fingerprint={fingerprint}
          acts={acts}
          warnings={counts.warning}
          errors={counts.error}
          unticked={unticked}
        >
          {further}
        </StoreForm>
      ) : (
        <>
          {open && <p>{t("nothingToStore")}</p>}
          <div className="flex flex-wrap gap-2">{further}</div>
        </>
      )}
    </>
  );
}

/** The key comes from the job; the types know only keys written in code. */
const failureText = (t: TFunction<"exchange">, failure: string) => t(failure as "failed.unexpected");
