import { Form, useSearchParams } from "@remix-run/react";
import { type ReactNode, useEffect, useRef } from "react";
import { useTranslation } from "#app/i18n/useTranslation.ts";
import { type BasemapId, basemapsOf } from "#app/map/basemaps.ts";
import type { ColourName } from "#app/map/colours.ts";
import type { Marker } from "#app/map/markers.ts";
import type { MapSettings } from "#app/map/settings.ts";
import { Icon } from "#app/ui/Icon.tsx";
import { type Fill, fills } from "./map-layers/fill.ts";
import { type LayerKey, layerKeys } from "./map-layers/layer.ts";
import { legend } from "./map-layers/registry.ts";

type MapLegendProps = {
  off: LayerKey[];
  base: BasemapId;
  settings: MapSettings;
  fill: Fill | undefined;
  /** more sites than can be coloured */
  byTile: boolean;
};

/** What the signs mean, and the switch of each: plain buttons of a form, so that it works before any script. */
export function MapLegend({ off, base, settings, fill, byTile }: MapLegendProps) {
  const { t } = useTranslation(["overview", "map"]);
  const details = useRef<HTMLDetailsElement>(null);
  const basemaps = basemapsOf(settings);
  useEffect(() => {
    // Beside a wide map there is room for it; on a phone it would hide the map.
    if (details.current) details.current.open = window.matchMedia("(width >= 64rem)").matches;
  }, []);
  return (
    <details
      ref={details}
      className="absolute end-2 top-2 max-h-[calc(100%-8.5rem)] overflow-y-auto rounded-card bg-surface/95 text-sm shadow-float print:static print:max-h-none print:shadow-none"
    >
      <summary className="target flex items-center gap-1.5 px-3 font-medium">
        <Icon name="layers" />
        {t("map.legend")}
      </summary>
      <fieldset className="px-1 print:hidden">
        <legend className="px-2 text-muted">{t("map.fillBy")}</legend>
        {(["", ...fills] as const).map((by) => (
          <Switch key={by} name="fill" value={by} on={by === (fill?.by ?? "")}>
            {t(`map.fill.${by || "none"}`)}
          </Switch>
        ))}
      </fieldset>
      {fill && (
        <ul className="px-3 pb-2">
          {fill.classes.map(({ rank, colour, name }) => (
            <li key={rank} className="flex items-center gap-2 py-0.5">
              <span className={`size-4 rounded-full ${grounds[colour] ?? "bg-muted"}`} />
              {name}
            </li>
          ))}
          {fill.by === "species" && (
            <li className="flex items-center gap-2 py-0.5">
              <span className="size-4 rounded-full bg-muted" />
              {t("map.fillMixed")}
            </li>
          )}
          <li className="max-w-52 pt-1 text-muted">{t(byTile ? "map.fillTooMany" : "map.fillNote")}</li>
        </ul>
      )}
      <ul className="border-t border-line px-1 py-1 print:grid print:grid-cols-4">
        {legend.map(({ key, sign }) => (
          <li key={key}>
            <Switch name="off" value={toggled(off, key)} on={!off.includes(key)}>
              <Sign {...sign} />
              {t(`map.layer.${key}`)}
            </Switch>
          </li>
        ))}
      </ul>
      {basemaps.length > 1 && (
        <fieldset className="border-t border-line px-1 py-1 print:hidden">
          <legend className="px-2 text-muted">{t("map:basemap")}</legend>
          {basemaps.map((id) => (
            <Switch key={id} name="base" value={id === "local" ? "" : id} on={id === base}>
              {t(`map:base.${id}`)}
            </Switch>
          ))}
        </fieldset>
      )}
    </details>
  );
}

const toggled = (off: LayerKey[], key: LayerKey) =>
  layerKeys.filter((one) => off.includes(one) !== (one === key)).join(",");

type SwitchProps = { name: "off" | "base" | "fill"; value: string; on: boolean; children: ReactNode };

/** A button that leads to the same view with one parameter changed. */
function Switch({ name, value, on, children }: SwitchProps) {
  const [parameters] = useSearchParams();
  const others = [...parameters].filter(([other]) => other !== name);
  return (
    <Form method="get" replace preventScrollReset>
      {others.map(([other, kept]) => (
        <input key={other} type="hidden" name={other} value={kept} />
      ))}
      <button
        name={name}
        value={value}
        type="submit"
        role="switch"
        aria-checked={on}
        className="flex min-h-11 w-full items-center gap-2 rounded-control px-2 text-start hover:bg-wash lg:min-h-8 print:min-h-0"
      >
        {children}
        <span className={`ms-auto ps-3 ${on ? "text-accent" : "text-edge"} print:hidden`} aria-hidden>
          <Icon name={on ? "check" : "close"} className="size-4" />
        </span>
      </button>
    </Form>
  );
}

const grounds: Partial<Record<ColourName, string>> = {
  breeding: "bg-breeding",
  farming: "bg-farming",
  processing: "bg-processing",
  sales: "bg-sales",
  accent: "bg-accent",
  ok: "bg-ok",
  due: "bg-due",
  late: "bg-late",
  withheld: "bg-withheld",
  ink: "bg-ink",
};

const Sign = ({ icon, colour }: Marker) => (
  <span
    className={`grid size-5 place-items-center rounded-full text-surface ${grounds[colour] ?? "bg-muted"}`}
  >
    <Icon name={icon} className="size-3.5" />
  </span>
);
