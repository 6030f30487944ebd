import { useTranslation } from "#app/i18n/useTranslation.ts";
import { buttonStyle } from "#app/ui/buttonStyle.ts";

/** Built by vite.config.ts beside the pages' own scripts. */
const script = import.meta.env.DEV ? "/app/features/production/recording/browser/pond.ts" : "/pond.js";

/** What waits on the phone, and the script that fills it in; without the script nothing waits. */
export function PondScript({ accountId }: { accountId: string }) {
  const { t } = useTranslation("recording");
  const word = (
    key: "kept" | "sending" | "asks" | "yes" | "refused" | "forget" | "another" | "signIn" | "pending",
  ) => t(`offline.${key}`);
  return (
    <>
      <section
        id="waiting"
        hidden
        aria-labelledby="waiting-title"
        data-account={accountId}
        data-choose={t("error.choose")}
        data-kept={word("kept")}
        data-sending={word("sending")}
        data-asks={word("asks")}
        data-yes={word("yes")}
        data-refused={word("refused")}
        data-forget={word("forget")}
        data-another={word("another")}
        data-sign-in={word("signIn")}
        data-pending={word("pending")}
        className="flex max-w-xl flex-col gap-2 rounded-control border-s-4 border-due bg-due-soft px-4 py-3 [&[hidden]]:hidden"
      >
        <p role="status" />
        <div data-unsent="" className="flex flex-col gap-2 [&[hidden]]:hidden">
          <h2 id="waiting-title" className="font-semibold">
            {t("offline.waiting")}
          </h2>
          <ul className="flex flex-col gap-2" />
          <p className="text-sm text-muted">{t("offline.waitingHint")}</p>
          <p>
            <button type="button" data-send="" className={buttonStyle("secondary")}>
              {t("offline.sendNow")}
            </button>
          </p>
        </div>
      </section>
      <script type="module" src={script} />
    </>
  );
}
