import { useTranslation } from "#app/i18n/useTranslation.ts";
import { Day } from "#app/ui/Day.tsx";
import { DescriptionList } from "#app/ui/DescriptionList.tsx";
import type { findPermit } from "./queries/permits.server.ts";

type Permit = NonNullable<Awaited<ReturnType<typeof findPermit>>>;

export function PermitFacts({ permit }: { permit: Permit }) {
  const { t } = useTranslation("sites");
  return (
    <DescriptionList
      items={[
        { label: t("permit.number"), value: <span lang="zh">{permit.number}</span> },
        { label: t("permit.issuer"), value: permit.issuer && <span lang="zh">{permit.issuer}</span> },
        { label: t("permit.issuedOn"), value: permit.issuedOn && <Day day={permit.issuedOn} /> },
        {
          label: t("permit.expiresOn"),
          value: permit.expiresOn ? <Day day={permit.expiresOn} /> : t("permit.noTerm"),
        },
        ...(permit.endedOn ? [{ label: t("permit.endedOn"), value: <Day day={permit.endedOn} /> }] : []),
        {
          label: t("permit.picture"),
          value: permit.pictureId && (
            <a href={`/permits/${permit.id}/picture`} target="_blank" rel="noreferrer">
              {t("permit.seePicture")}
            </a>
          ),
        },
      ]}
    />
  );
}
