import { env } from "#app/env.server.ts";
import type { Bounds } from "../bounds.ts";
import type { AddressAnswer, FoundPlace } from "./answer.ts";
import { mapbox } from "./mapbox.server.ts";
import { type AddressProvider, ProviderFailed } from "./provider.server.ts";
import { tianditu } from "./tianditu.server.ts";

const patience = 5_000;
const day = 24 * 60 * 60 * 1000;
const keptAtMost = 500;

const tiandituKey = env.TIANDITU_SERVER_KEY ?? env.TIANDITU_KEY;

/** Whom the operator has set up to be asked; undefined: nobody. */
export const addressProvider: AddressProvider | undefined = tiandituKey
  ? tianditu(tiandituKey)
  : env.MAPBOX_ACCESS_TOKEN
    ? mapbox(env.MAPBOX_ACCESS_TOKEN)
    : undefined;

/** Least recently asked first; what a village is called is no secret of the alliance that asked. */
const kept = new Map<string, { places: FoundPlace[]; until: number }>();

/** Where a text says something is. Who asked the same within a day is answered from memory, if the provider allows it. */
export async function searchAddress(
  { text, near, now }: { text: string; near?: Bounds; now: Date },
  provider: AddressProvider,
): Promise<AddressAnswer> {
  const key = JSON.stringify([provider.name, text.toLowerCase(), near]);
  const known = kept.get(key);
  kept.delete(key);
  try {
    const entry =
      known && known.until > now.getTime()
        ? known
        : {
            places: await provider.findPlaces({ text, near, signal: AbortSignal.timeout(patience) }),
            until: now.getTime() + day,
          };
    if (entry.places.length === 0) return { status: "none" };
    if (provider.mayKeep) keep(key, entry);
    return { status: "found", places: entry.places, provider: provider.name };
  } catch (error) {
    if (error instanceof ProviderFailed) return { status: error.failure };
    throw error;
  }
}

function keep(key: string, entry: { places: FoundPlace[]; until: number }) {
  kept.set(key, entry);
  const [oldest] = kept.keys();
  if (kept.size > keptAtMost && oldest !== undefined) kept.delete(oldest);
}
