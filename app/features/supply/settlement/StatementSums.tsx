import { useTranslation } from "#app/i18n/useTranslation.ts";
import { DescriptionList } from "#app/ui/DescriptionList.tsx";
import { YuanText } from "./YuanText.tsx";

type StatementSumsProps = { payableFen: number; carriedOverFen: number; disputedFen: number };

/** What a statement comes to. */
export function StatementSums({ payableFen, carriedOverFen, disputedFen }: StatementSumsProps) {
  const { t } = useTranslation("settlement");
  return (
    <DescriptionList
      items={[
        { label: t("payable"), value: <YuanText fen={payableFen} /> },
        ...(carriedOverFen < 0
          ? [{ label: t("carriedOver"), value: <YuanText fen={carriedOverFen} /> }]
          : []),
        ...(disputedFen !== 0 ? [{ label: t("disputedSum"), value: <YuanText fen={disputedFen} /> }] : []),
      ]}
    />
  );
}
