import { Doubts } from "#app/forms/Doubts.tsx";
import { useTranslation } from "#app/i18n/useTranslation.ts";

/** The doubts of an event, sent along so that the tick confirms these and no others. */
export function EventDoubts({ doubts }: { doubts: string[] }) {
  const { t } = useTranslation(["production", "sites"]);
  return (
    <>
      {doubts.map((doubt) => (
        <input key={doubt} type="hidden" name="doubt" value={doubt} />
      ))}
      <Doubts
        doubts={doubts.map((doubt) => t(`doubt.${doubt as "offLabel"}`))}
        ask={t("sites:doubt.ask")}
        accept={t("sites:doubt.accept")}
      />
    </>
  );
}
