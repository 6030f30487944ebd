import { useTranslation } from "#app/i18n/useTranslation.ts";
import { ButtonLink } from "#app/ui/ButtonLink.tsx";
import { Card } from "#app/ui/Card.tsx";
import { Link } from "#app/ui/Link.tsx";
import { Section } from "#app/ui/Section.tsx";
import { useSpan } from "./IdentityHistory.tsx";
import type { listPartnerships } from "./queries/partnerships.server.ts";

type Partnership = Awaited<ReturnType<typeof listPartnerships>>[number];
type PartnerListProps = { organizationId: string; partnerships: Partnership[]; mayManage: boolean };

export function PartnerList({ organizationId, partnerships, mayManage }: PartnerListProps) {
  const { t } = useTranslation("members");
  const span = useSpan();
  const add = mayManage && (
    <ButtonLink to="partnerships/new" icon="plus">
      {t("addPartnership")}
    </ButtonLink>
  );
  return (
    <Section title={t("group.partners")} actions={add}>
      <Card>
        {partnerships.length === 0 && <p className="text-muted">{t("none.partners")}</p>}
        <ul className="divide-y divide-line">
          {partnerships.map(({ id, kind, fromOn, toOn, note, partnerId, partnerName }) => (
            <li key={id} className="flex flex-wrap items-center justify-between gap-x-4 py-1.5">
              <div>
                <Link to={`/members/${partnerId}`} lang="zh">
                  {partnerName}
                </Link>{" "}
                {t(`partnership.${kind}`)}
                <p className="text-sm text-muted">
                  {span(fromOn, toOn)} {note && <span lang="zh">{note}</span>}
                </p>
              </div>
              {mayManage && toOn === null && (
                <Link
                  to={`/members/${organizationId}/partnerships/${id}`}
                  className="target inline-flex items-center px-2"
                >
                  {t("endPartnership")}
                  <span className="sr-only" lang="zh">
                    {partnerName}
                  </span>
                </Link>
              )}
            </li>
          ))}
        </ul>
      </Card>
    </Section>
  );
}
