import type { z } from "zod";
import type { Bounds } from "../bounds.ts";
import type { AddressFailure, AddressProviderName, FoundPlace } from "./answer.ts";

export type Asked = {
  text: string;
  /** The county: places in or near it come first. */
  near?: Bounds;
  signal: AbortSignal;
};

export type AddressProvider = {
  name: AddressProviderName;
  /** Whether its terms allow to keep an answer for those who ask the same. */
  mayKeep: boolean;
  findPlaces(asked: Asked): Promise<FoundPlace[]>;
};

export const placesAtMost = 8;

/** The provider gave no places, and why. */
export class ProviderFailed extends Error {
  constructor(readonly failure: Exclude<AddressFailure, "none">) {
    super(`address search: ${failure}`);
  }
}

const failures: Record<number, "refused" | "quota"> = {
  401: "refused",
  403: "refused",
  // 天地图's for too many requests
  418: "quota",
  429: "quota",
};

/** The provider's JSON by a schema; whatever else comes back, or does not, is a ProviderFailed. */
export async function askProvider<Schema extends z.ZodType>(
  url: URL,
  schema: Schema,
  {
    signal,
    failureIn,
  }: { signal: AbortSignal; failureIn?: (body: unknown) => "refused" | "quota" | undefined },
): Promise<z.output<Schema>> {
  try {
    const response = await fetch(url, { signal, headers: { Accept: "application/json" } });
    const body = await response.json().catch((error) => {
      if (signal.aborted) throw error;
    });
    const failure = failureIn?.(body) ?? failures[response.status];
    const parsed = schema.safeParse(body);
    if (failure || !response.ok || !parsed.success) throw new ProviderFailed(failure ?? "broken");
    return parsed.data;
  } catch (error) {
    if (error instanceof ProviderFailed) throw error;
    throw new ProviderFailed(signal.aborted ? "timeout" : "broken");
  }
}
