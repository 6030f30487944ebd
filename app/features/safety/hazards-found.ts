import { v7 as uuidv7 } from "uuid";
import type { NewInspection } from "./queries/write-inspections.server.ts";
import type { InspectionForm } from "./schema.ts";

type Fault = NonNullable<InspectionForm["beyond"]>;

/** The items of an inspection as they are kept, and the hazards that the failed ones become. */
export function itemsAndHazards({
  items,
  beyond,
}: Pick<InspectionForm, "items" | "beyond">): Pick<NewInspection, "items" | "hazards"> {
  const extra = beyond?.description
    ? [{ ...beyond, heading: null, text: beyond.description, result: "failed" as const }]
    : [];
  const all = [...items, ...extra];
  return {
    items: all.map(({ heading, text, result }) => ({ heading, text, result })),
    hazards: all.flatMap((one, index) => (one.result === "failed" ? [hazardOf(one, index + 1)] : [])),
  };
}

/** The form saw to it that a failed item says all of this. */
const hazardOf = ({ description, severity, responsible, dueOn, picture }: Fault, item: number) => ({
  id: uuidv7(),
  stepId: uuidv7(),
  item,
  description: String(description),
  severity: severity ?? "general",
  responsible: String(responsible),
  dueOn: String(dueOn),
  picture: picture && { id: uuidv7(), ...picture },
});
