import { useTranslation } from "#app/i18n/useTranslation.ts";
import { ButtonLink } from "#app/ui/ButtonLink.tsx";

type AgreementLinksProps = {
  id: string;
  mayChange: boolean;
  /** whether the reader writes statements; undefined: may not see them */
  settles: boolean | undefined;
};

/** What hangs on an agreement, and what can be begun from it. */
export function AgreementLinks({ id, mayChange, settles }: AgreementLinksProps) {
  const { t } = useTranslation("supply");
  return (
    <>
      <ButtonLink to={`/shipments?agreement=${id}`}>{t("agreement.shipments")}</ButtonLink>
      {settles !== undefined && (
        <ButtonLink to={`/settlements?agreement=${id}`}>{t("agreement.settlements")}</ButtonLink>
      )}
      {settles && (
        <ButtonLink to={`/settlements/new?agreement=${id}`} icon="plus">
          {t("agreement.settle")}
        </ButtonLink>
      )}
      {mayChange && (
        <ButtonLink to={`/shipments/new?agreement=${id}`} icon="plus">
          {t("agreement.ship")}
        </ButtonLink>
      )}
      {mayChange && (
        <ButtonLink to={`/agreements/${id}/amend`} icon="edit">
          {t("agreement.amend")}
        </ButtonLink>
      )}
    </>
  );
}
