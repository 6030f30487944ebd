import type { AppLoadContext } from "@remix-run/node";
import { v7 as uuidv7 } from "uuid";
import type { Viewer } from "#app/auth/viewer.ts";
import { formatTime } from "#app/i18n/format.ts";
import { formatKilograms } from "../../production/lots/MassText.tsx";
import { listLots } from "../../production/queries/list-lots.server.ts";
import { inUnit, type MassUnit } from "../../production/recording/mass-unit.ts";
import { linesAtMost } from "./kinds.ts";
import { possibleShipmentSteps } from "./possible-steps.ts";
import { listReceivingSites } from "./queries/receiving-sites.server.ts";
import { type FoundShipment, listLines, type ShipmentLine } from "./queries/shipments.server.ts";

/** A shipment with its lines, and the forms of the steps that are open to the viewer. */
export async function loadShipment(viewer: Viewer, shipment: FoundShipment, context: AppLoadContext) {
  const [lines, visit] = await Promise.all([listLines(viewer, shipment.id), context.visit()]);
  const possible = possibleShipmentSteps(viewer, shipment);
  const now = {
    at: formatTime(context.now).replace(" ", "T"),
    openedAt: context.now.toISOString(),
    unit: (visit?.preferences.unit ?? "kg") as MassUnit,
  };
  return {
    shipment,
    lines,
    possible,
    dispatch: possible.includes("dispatch")
      ? { ...now, lines: blankLines(), lots: await lotChoices(viewer, shipment, context) }
      : undefined,
    receive: possible.includes("receive")
      ? {
          ...now,
          ...arrivingLines(lines, now.unit),
          pictureId: uuidv7(),
          sites: (await listReceivingSites(viewer, shipment)).map(({ id, name }) => ({
            value: id,
            label: name,
          })),
        }
      : undefined,
  };
}

const blankLines = () =>
  Array.from({ length: linesAtMost }, () => ({
    ...{ eventId: uuidv7(), transitLotId: uuidv7(), lotId: "", count: "", mass: "" },
  }));

/** The supplier's lots of the species, with what the book holds; those that may not go to food say so. */
async function lotChoices(
  viewer: Viewer,
  { supplierId, species, purpose }: FoundShipment,
  { t, today, language }: AppLoadContext,
) {
  const { items } = await listLots(viewer, { organization: supplierId, species }, { limit: 200, today });
  return items
    .filter(({ form }) => form !== "transit")
    .map((lot) => {
      const choice = t("shipments:lotChoice", {
        code: lot.code,
        form: t(`production:form.${lot.form}`),
        mass: formatKilograms(lot.massG, language),
      });
      const withheld = lot.isWithheld && purpose === "food";
      return { value: lot.id, label: withheld ? t("shipments:lotWithheld", { choice }) : choice };
    });
}

/** Accepted as sent, until the scale says otherwise. */
function arrivingLines(lines: ShipmentLine[], unit: MassUnit) {
  const open = lines.filter(({ receiptId }) => receiptId === null);
  return {
    names: open.map(({ lotCode }) => lotCode),
    lines: open.map(({ transitLotId, massG }) => ({
      ...{ eventId: uuidv7(), acceptedLotId: uuidv7(), returnedLotId: uuidv7(), transitLotId },
      ...{ accepted: String(inUnit(massG, unit)), returned: "", dead: "" },
    })),
  };
}
