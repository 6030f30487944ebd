import { useTranslation } from "#app/i18n/useTranslation.ts";
import { DataTable } from "#app/ui/DataTable.tsx";
import { Day } from "#app/ui/Day.tsx";
import { Link } from "#app/ui/Link.tsx";
import { formatKilograms } from "../../production/lots/MassText.tsx";
import type { ListedShipment } from "./queries/shipments.server.ts";
import { ShipmentStateBadge } from "./ShipmentStateBadge.tsx";

export function ShipmentTable({ shipments }: { shipments: ListedShipment[] }) {
  const { t, i18n } = useTranslation("shipments");
  const chinese = i18n.language.startsWith("zh");
  const mass = (grams: number) => (grams > 0 ? formatKilograms(grams, i18n.language) : null);
  return (
    <DataTable
      caption={t("title")}
      rows={shipments}
      rowKey={({ id }) => id}
      columns={[
        {
          key: "code",
          label: t("code"),
          heading: true,
          cell: ({ id, code }) => <Link to={`/shipments/${id}`}>{code}</Link>,
        },
        { key: "on", label: t("plannedOn"), cell: ({ plannedOn }) => <Day day={plannedOn} /> },
        { key: "state", label: t("stateLabel"), cell: ({ state }) => <ShipmentStateBadge state={state} /> },
        {
          key: "supplier",
          label: t("supplier"),
          wrap: true,
          cell: ({ supplierName }) => <span lang="zh">{supplierName}</span>,
        },
        {
          key: "buyer",
          label: t("buyer"),
          wrap: true,
          cell: ({ buyerName }) => <span lang="zh">{buyerName}</span>,
        },
        {
          key: "species",
          label: t("species"),
          cell: ({ speciesZh, speciesEn }) => (chinese ? speciesZh : speciesEn),
        },
        { key: "planned", label: t("planned"), align: "end", cell: ({ plannedG }) => mass(plannedG) },
        { key: "sent", label: t("sent"), align: "end", cell: ({ sentG }) => mass(sentG) },
        { key: "accepted", label: t("accepted"), align: "end", cell: ({ acceptedG }) => mass(acceptedG) },
      ]}
    />
  );
}
