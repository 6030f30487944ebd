import { useTranslation } from "#app/i18n/useTranslation.ts";
import { DataTable } from "#app/ui/DataTable.tsx";
import { Day } from "#app/ui/Day.tsx";
import { Link } from "#app/ui/Link.tsx";
import { formatKilograms } from "../production/lots/MassText.tsx";
import { AgreementStateBadge } from "./AgreementStateBadge.tsx";
import { PriceText } from "./PriceText.tsx";
import type { ListedAgreement } from "./queries/agreements.server.ts";

export function AgreementTable({ agreements }: { agreements: ListedAgreement[] }) {
  const { t, i18n } = useTranslation(["supply", "members"]);
  const chinese = i18n.language.startsWith("zh");
  return (
    <DataTable
      caption={t("agreements")}
      rows={agreements}
      rowKey={({ id }) => id}
      columns={[
        {
          key: "code",
          label: t("agreement.code"),
          heading: true,
          cell: ({ id, code }) => <Link to={`/agreements/${id}`}>{code}</Link>,
        },
        {
          key: "supplier",
          label: t("agreement.supplier"),
          wrap: true,
          cell: ({ supplierName }) => <span lang="zh">{supplierName}</span>,
        },
        {
          key: "buyer",
          label: t("agreement.buyer"),
          wrap: true,
          cell: ({ buyerName }) => <span lang="zh">{buyerName}</span>,
        },
        { key: "kind", label: t("agreement.kind"), cell: ({ kind }) => t(`members:partnership.${kind}`) },
        {
          key: "species",
          label: t("agreement.species"),
          cell: ({ speciesZh, speciesEn, form }) =>
            `${chinese ? speciesZh : (speciesEn ?? speciesZh)} · ${t(`form.${form}`)}`,
        },
        {
          key: "agreed",
          label: t("agreement.agreed"),
          align: "end",
          cell: ({ agreedG }) => formatKilograms(agreedG, i18n.language),
        },
        {
          key: "price",
          label: t("agreement.price"),
          wrap: true,
          cell: ({ priceKind, priceFen }) => <PriceText kind={priceKind} fen={priceFen} />,
        },
        { key: "ends", label: t("agreement.endsOn"), cell: ({ endsOn }) => <Day day={endsOn} /> },
        {
          key: "state",
          label: t("agreement.state"),
          cell: ({ state }) => <AgreementStateBadge state={state} />,
        },
      ]}
    />
  );
}
