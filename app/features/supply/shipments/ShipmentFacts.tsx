import { formatQuantity } from "#app/i18n/format.ts";
import { langOf } from "#app/i18n/language.ts";
import { useTranslation } from "#app/i18n/useTranslation.ts";
import { Day } from "#app/ui/Day.tsx";
import { DescriptionList } from "#app/ui/DescriptionList.tsx";
import { Link } from "#app/ui/Link.tsx";
import { formatKilograms } from "../../production/lots/MassText.tsx";
import type { FoundShipment } from "./queries/shipments.server.ts";

/** What was asked, by whom, and on which lorry it goes. */
export function ShipmentFacts({ shipment }: { shipment: FoundShipment }) {
  const { t, i18n } = useTranslation("shipments");
  const language = i18n.language;
  const said = (text: string | null) => text && <span lang={langOf(text, language)}>{text}</span>;
  const { agreementId, speciesZh, speciesEn, purpose, waterTemperature } = shipment;
  return (
    <DescriptionList
      items={[
        { label: t("species"), value: language.startsWith("zh") ? speciesZh : speciesEn },
        { label: t("purposeLabel"), value: t(`purpose.${purpose}`) },
        { label: t("plannedOn"), value: <Day day={shipment.plannedOn} /> },
        { label: t("planned"), value: formatKilograms(shipment.plannedG, language) },
        { label: t("askedLabel"), value: t(`asked.${shipment.askedBy}`) },
        {
          label: t("agreement"),
          value: agreementId ? <Link to={`/agreements/${agreementId}`}>{t("agreement")}</Link> : t("free"),
        },
        { label: t("vehicle"), value: said(shipment.vehicle) },
        {
          label: t("waterTemperature"),
          value: waterTemperature !== null && formatQuantity(waterTemperature, "degree", language, 1),
        },
        { label: t("note"), value: said(shipment.note), wide: true },
        ...(shipment.cancelReason
          ? [{ label: t("cancelReason"), value: said(shipment.cancelReason), wide: true }]
          : []),
      ]}
    />
  );
}
