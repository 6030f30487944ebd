import { useTranslation } from "#app/i18n/useTranslation.ts";
import { Day } from "#app/ui/Day.tsx";
import { DescriptionList } from "#app/ui/DescriptionList.tsx";
import { Link } from "#app/ui/Link.tsx";
import type { FoundSettlement } from "./queries/settlements.server.ts";
import { YuanText } from "./YuanText.tsx";

/** Between whom, for which time, and how it stands. */
export function SettlementFacts({ settlement }: { settlement: FoundSettlement }) {
  const { t } = useTranslation(["settlement", "supply"]);
  const { supplierId, supplierEntity, buyerId, buyerEntity, fromOn, toOn, standing } = settlement;
  const { payableFen, carriedOverFen, disputedFen, paidFen } = settlement;
  const party = (id: string, name: string) => (
    <Link to={`/members/${id}`} lang="zh">
      {name}
    </Link>
  );
  return (
    <DescriptionList
      items={[
        { label: t("supplier"), value: party(supplierId, supplierEntity) },
        { label: t("buyer"), value: party(buyerId, buyerEntity) },
        {
          label: t("period"),
          value: (
            <>
              <Day day={fromOn} /> – <Day day={toOn} />
            </>
          ),
        },
        {
          label: t("agreement"),
          value: <Link to={`/agreements/${settlement.agreementId}`}>{settlement.agreementCode}</Link>,
        },
        { label: t("payable"), value: <YuanText fen={payableFen} /> },
        { label: t("open"), value: <YuanText fen={payableFen - paidFen} /> },
        ...(carriedOverFen < 0
          ? [{ label: t("carriedOver"), value: <YuanText fen={carriedOverFen} /> }]
          : []),
        ...(disputedFen !== 0 ? [{ label: t("disputedSum"), value: <YuanText fen={disputedFen} /> }] : []),
        {
          label: t("supply:agreement.writtenBy"),
          value: (
            <>
              <span lang="zh">{settlement.writtenByName}</span> <Day day={settlement.writtenAt} />
            </>
          ),
        },
        ...(settlement.correctsId
          ? [
              {
                label: t("corrects"),
                value: <Link to={`/settlements/${settlement.correctsId}`}>{settlement.correctsCode}</Link>,
              },
            ]
          : []),
        ...(standing === "waits"
          ? [
              {
                label: t("standing.waits"),
                value: t("silence", { day: settlement.silenceConfirmsOn }),
              },
            ]
          : []),
      ]}
    />
  );
}
