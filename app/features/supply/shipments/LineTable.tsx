import { langOf } from "#app/i18n/language.ts";
import { useTranslation } from "#app/i18n/useTranslation.ts";
import { DataTable } from "#app/ui/DataTable.tsx";
import { Link } from "#app/ui/Link.tsx";
import { StatusBadge } from "#app/ui/StatusBadge.tsx";
import { Time } from "#app/ui/Time.tsx";
import { formatKilograms } from "../../production/lots/MassText.tsx";
import type { ShipmentLine } from "./queries/shipments.server.ts";

/** What left, what arrived, and the difference of the two scales. */
export function LineTable({ shipmentId, lines }: { shipmentId: string; lines: ShipmentLine[] }) {
  const { t, i18n } = useTranslation("shipments");
  const mass = (grams: number | null) => (grams === null ? null : formatKilograms(grams, i18n.language));
  return (
    <DataTable
      caption={t("lines")}
      rows={lines}
      rowKey={({ dispatchEventId }) => dispatchEventId}
      columns={[
        {
          key: "lot",
          label: t("lot"),
          heading: true,
          cell: ({ lotCode, isWithheld }) => (
            <>
              {lotCode ?? "—"} {isWithheld && <StatusBadge status="withheld">{t("withheld")}</StatusBadge>}
            </>
          ),
        },
        { key: "sentAt", label: t("sentAt"), cell: ({ sentAt }) => <Time at={sentAt} /> },
        { key: "sent", label: t("sent"), align: "end", cell: ({ massG }) => mass(massG) },
        { key: "accepted", label: t("accepted"), align: "end", cell: ({ acceptedG }) => mass(acceptedG) },
        { key: "returned", label: t("returned"), align: "end", cell: ({ returnedG }) => mass(returnedG) },
        { key: "dead", label: t("dead"), align: "end", cell: ({ deadG }) => mass(deadG) },
        {
          key: "difference",
          label: t("difference"),
          align: "end",
          cell: ({ differenceG }) => mass(differenceG),
        },
        {
          key: "reason",
          label: t("reason"),
          wrap: true,
          cell: ({ reason, pictures }) => (
            <>
              {reason && <span lang={langOf(reason, i18n.language)}>{reason}</span>}
              {pictures.map(({ id, name }) => (
                <Link
                  key={id}
                  to={`/shipments/${shipmentId}/files/${id}`}
                  reloadDocument
                  lang={langOf(name, i18n.language)}
                  className="ms-2"
                >
                  {name}
                </Link>
              ))}
            </>
          ),
        },
      ]}
    />
  );
}
