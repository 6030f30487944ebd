import { useTranslation } from "#app/i18n/useTranslation.ts";
import { Breadcrumbs } from "#app/ui/Breadcrumbs.tsx";
import { ButtonLink } from "#app/ui/ButtonLink.tsx";
import { Link } from "#app/ui/Link.tsx";
import { Notice } from "#app/ui/Notice.tsx";
import { PageHeader } from "#app/ui/PageHeader.tsx";
import { StatusBadge } from "#app/ui/StatusBadge.tsx";
import type { Organization } from "./organization.ts";

type OrganizationHeaderProps = {
  organization: Organization;
  mayEdit: boolean;
  mayManage: boolean;
  maySeeDrugs: boolean;
  maySeeIncome: boolean;
};

export function OrganizationHeader({
  organization,
  mayEdit,
  mayManage,
  maySeeDrugs,
  maySeeIncome,
}: OrganizationHeaderProps) {
  const { t } = useTranslation(["members", "common"]);
  const { kind, name, code, townCode, townName, endedOn, memberships } = organization;
  const since = memberships.find(({ leftOn }) => leftOn === null)?.joinedOn;
  const list =
    kind === "village"
      ? { to: "/members", label: t("title") }
      : { to: "/enterprises", label: t("enterprises") };
  return (
    <>
      <PageHeader
        breadcrumbs={<Breadcrumbs items={[list]} />}
        title={name}
        marks={since && <StatusBadge status="ok">{t("memberSince", { day: since })}</StatusBadge>}
        answer={
          <>
            {t(`kind.${kind}`)} · {code}
            {townName && (
              <>
                {" "}
                ·{" "}
                <Link to={`/towns/${townCode}`} lang="zh">
                  {townName}
                </Link>
              </>
            )}
          </>
        }
        actions={
          <>
            {maySeeIncome && <ButtonLink to="income">{t("income")}</ButtonLink>}
            {maySeeDrugs && <ButtonLink to="drugs">{t("drugs")}</ButtonLink>}
            {mayEdit && endedOn === null && (
              <ButtonLink to="edit" icon="edit" variant="primary">
                {t("common:edit")}
              </ButtonLink>
            )}
            {mayManage && (
              <ButtonLink to="end" variant="quiet">
                {t(endedOn === null ? "endOrganization" : "reopenOrganization")}
              </ButtonLink>
            )}
          </>
        }
      />
      {endedOn && <Notice tone="warning">{t("ended", { day: endedOn })}</Notice>}
    </>
  );
}
