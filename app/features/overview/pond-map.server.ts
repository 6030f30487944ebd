import type { Viewer } from "#app/auth/viewer.ts";
import type { Language } from "#app/i18n/language.ts";
import { boundsOf, withRoom } from "#app/map/bounds.ts";
import { mapSettings } from "#app/map/settings.server.ts";
import type { StockedSite } from "../production/queries/lots-at-sites.server.ts";
import { shortName } from "../production/recording/load-entry.server.ts";
import { siteFeatures } from "./map-features.server.ts";

type Ponds = { sites: StockedSite[]; operatorId: string };

/** The ponds that can be recorded at, as a list and, as far as they have a position, as a map draws them. */
export async function loadPondMap(viewer: Viewer, { sites, operatorId }: Ponds, language: Language) {
  const ids = new Set(sites.map(({ id }) => id));
  const [ponds, others] = await Promise.all(
    [true, false].map(async (ponds) => {
      const { features, type } = await siteFeatures(viewer, { organization: operatorId }, { ponds });
      return { type, features: features.filter(({ properties }) => ids.has(properties?.id)) };
    }),
  );
  const drawn = [...(ponds?.features ?? []), ...(others?.features ?? [])];
  const bounds = boundsOf(drawn.map(({ geometry }) => geometry));
  return {
    map: ponds &&
      others &&
      bounds && { settings: await mapSettings(), bounds: withRoom(bounds), ponds, others },
    sites: sites.map(({ id, kind, name, operatorName, lots }) => ({
      id,
      kind,
      name: shortName(name, operatorName),
      fish: lots
        .filter(({ massG }) => massG > 0)
        .map(({ nameZh, nameEn }) => (language === "zh" ? nameZh : nameEn)),
      isDrawn: drawn.some(({ properties }) => properties?.id === id),
    })),
  };
}
export type PondMapPage = Awaited<ReturnType<typeof loadPondMap>>;
