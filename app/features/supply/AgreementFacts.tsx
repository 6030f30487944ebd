import { langOf } from "#app/i18n/language.ts";
import { useTranslation } from "#app/i18n/useTranslation.ts";
import { Day } from "#app/ui/Day.tsx";
import { DescriptionList } from "#app/ui/DescriptionList.tsx";
import { Link } from "#app/ui/Link.tsx";
import type { FoundAgreement } from "./queries/agreements.server.ts";

type AgreementFactsProps = {
  agreement: FoundAgreement;
  papers: { id: string; name: string; addedAt: Date | string }[];
};

/** Who agreed with whom, for how long, and the papers. */
export function AgreementFacts({ agreement, papers }: AgreementFactsProps) {
  const { t, i18n } = useTranslation(["supply", "members"]);
  const { kind, supplierId, supplierEntity, buyerId, buyerEntity, startsOn, endsOn, endedOn, note } =
    agreement;
  const party = (id: string, name: string) => (
    <Link to={`/members/${id}`} lang="zh">
      {name}
    </Link>
  );
  return (
    <DescriptionList
      items={[
        { label: t("agreement.supplier"), value: party(supplierId, supplierEntity) },
        { label: t("agreement.buyer"), value: party(buyerId, buyerEntity) },
        { label: t("agreement.kind"), value: t(`members:partnership.${kind}`) },
        {
          label: t("agreement.term"),
          value: (
            <>
              <Day day={startsOn} /> – <Day day={endedOn ?? endsOn} />
            </>
          ),
        },
        {
          label: t("agreement.papers"),
          value:
            papers.length > 0 ? (
              <ul>
                {papers.map(({ id, name }) => (
                  <li key={id}>
                    <Link
                      to={`/agreements/${agreement.id}/files/${id}`}
                      reloadDocument
                      lang={langOf(name, i18n.language)}
                    >
                      {name}
                    </Link>
                  </li>
                ))}
              </ul>
            ) : (
              t("agreement.noPapers")
            ),
        },
        {
          label: t("agreement.note"),
          value: note && <span lang={langOf(note, i18n.language)}>{note}</span>,
          wide: true,
        },
      ]}
    />
  );
}
