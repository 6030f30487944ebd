import type { Position } from "geojson";
import { type KeyboardEvent, useState } from "react";
import { v4 as uuidv4 } from "uuid";
import { useTranslation } from "#app/i18n/useTranslation.ts";
import { Button } from "#app/ui/Button.tsx";
import { type Ring, withCorners } from "./rings.ts";
import type { Drawing } from "./useRings.ts";

/** A longer list is for a simpler outline. */
const mostRows = 200;

/** The outline as numbers: what the pointer does on the map is done here by keyboard. */
export function CornerList({ drawing: { rings, draw } }: { drawing: Drawing }) {
  const { t } = useTranslation("outline");
  const [open, setOpen] = useState(false);
  const begin = (hole: boolean) => draw([...rings, { id: uuidv4(), hole, corners: [startOf(rings)] }]);
  return (
    <details
      onToggle={(event) => setOpen(event.currentTarget.open)}
      className="rounded-card border border-line"
    >
      <summary className="target flex items-center px-4 font-medium text-accent">
        {t("corners.title")}
      </summary>
      {open && (
        <div className="flex flex-col gap-4 border-t border-line p-4">
          <p className="text-sm text-muted">{t("corners.hint")}</p>
          {rings.map((ring, i) => (
            <RingCorners
              key={ring.id}
              ring={ring}
              number={i + 1}
              onCorners={(change) => draw(withCorners(rings, ring.id, change))}
              onRemove={() => draw(rings.filter(({ id }) => id !== ring.id))}
            />
          ))}
          <div className="flex flex-wrap gap-2">
            <Button icon="plus" onClick={() => begin(false)}>
              {t("corners.addRing")}
            </Button>
            {rings.length > 0 && (
              <Button icon="plus" onClick={() => begin(true)}>
                {t("corners.addHole")}
              </Button>
            )}
          </div>
        </div>
      )}
    </details>
  );
}

/** A new ring begins at a corner that stands, to be corrected from there. */
const startOf = (rings: Ring[]): Position => rings[0]?.corners[0] ?? [0, 0];

type RingCornersProps = {
  ring: Ring;
  number: number;
  onCorners: (change: (corners: Position[]) => Position[]) => void;
  onRemove: () => void;
};

function RingCorners({ ring: { hole, corners }, number, onCorners, onRemove }: RingCornersProps) {
  const { t } = useTranslation("outline");
  const name = t(hole ? "corners.hole" : "corners.ring", { number });
  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="font-medium">{name}</legend>
      <ol className="flex flex-col gap-2">
        {corners.slice(0, mostRows).map((corner, i) => (
          // A corner is its place in the ring, and is written anew where that changes.
          <li
            key={`${i} ${corner}`}
            className="grid grid-cols-[1.5rem_1fr_1fr] items-center gap-2 sm:grid-cols-[1.5rem_11rem_11rem_auto]"
          >
            <span className="text-end text-sm text-muted">{i + 1}</span>
            {(["lng", "lat"] as const).map((axis, part) => (
              <DegreeField
                key={axis}
                label={t(`corners.${axis}`, { ring: name, number: i + 1 })}
                value={corner[part] ?? 0}
                onValue={(degrees) =>
                  onCorners((all) =>
                    all.map((one, j) => (j === i ? one.map((old, k) => (k === part ? degrees : old)) : one)),
                  )
                }
              />
            ))}
            <span className="col-span-3 flex justify-end gap-1 sm:col-span-1">
              <Button
                variant="quiet"
                aria-label={t("corners.insertAfter", { number: i + 1 })}
                onClick={() =>
                  onCorners((all) =>
                    all.flatMap((one, j) =>
                      j === i ? [one, middle(one, all[(i + 1) % all.length])] : [one],
                    ),
                  )
                }
              >
                {t("corners.insert")}
              </Button>
              <Button
                variant="quiet"
                aria-label={t("corners.removeOne", { number: i + 1 })}
                onClick={() => onCorners((all) => all.filter((_, j) => j !== i))}
              >
                {t("corners.remove")}
              </Button>
            </span>
          </li>
        ))}
      </ol>
      {corners.length > mostRows && (
        <p className="text-sm text-muted">{t("corners.more", { count: corners.length - mostRows })}</p>
      )}
      <div>
        <Button variant="danger" onClick={onRemove}>
          {t(hole ? "corners.removeHole" : "corners.removeRing")}
        </Button>
      </div>
    </fieldset>
  );
}

const middle = (a: Position, b: Position = a): Position => [
  ((a[0] ?? 0) + (b[0] ?? 0)) / 2,
  ((a[1] ?? 0) + (b[1] ?? 0)) / 2,
];

type DegreeFieldProps = { label: string; value: number; onValue: (degrees: number) => void };

/** Takes what was typed on leaving the field or Enter; what is no number goes back to what was there. */
function DegreeField({ label, value, onValue }: DegreeFieldProps) {
  const text = String(Math.round(value * 1e7) / 1e7);
  const [typed, setTyped] = useState(text);
  const take = () => {
    const degrees = Number(typed.trim());
    if (typed === text) return;
    if (typed.trim() === "" || !Number.isFinite(degrees)) setTyped(text);
    else onValue(degrees);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Enter") return;
    // Enter would send the whole form.
    event.preventDefault();
    take();
  };
  return (
    <input
      aria-label={label}
      inputMode="decimal"
      autoComplete="off"
      className="control"
      value={typed}
      onChange={(event) => setTyped(event.target.value)}
      onBlur={take}
      onKeyDown={onKeyDown}
    />
  );
}
