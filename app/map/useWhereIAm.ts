import { useState } from "react";

/** Where the phone says it is, and within how many metres. */
export type Fix = { lng: number; lat: number; accuracy: number };
export type Whereabouts =
  | { state: "idle" | "asking" | "refused" | "unavailable"; fix?: undefined }
  | { state: "found"; fix: Fix };

/** Asks the device once, each time it is told to. */
export function useWhereIAm(onFound: (fix: Fix) => void) {
  const [whereabouts, setWhereabouts] = useState<Whereabouts>({ state: "idle" });
  const ask = () => {
    if (!("geolocation" in navigator)) return setWhereabouts({ state: "unavailable" });
    setWhereabouts({ state: "asking" });
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        const fix = {
          lng: Math.round(coords.longitude * 1e6) / 1e6,
          lat: Math.round(coords.latitude * 1e6) / 1e6,
          accuracy: coords.accuracy,
        };
        setWhereabouts({ state: "found", fix });
        onFound(fix);
      },
      ({ code, PERMISSION_DENIED }) =>
        setWhereabouts({ state: code === PERMISSION_DENIED ? "refused" : "unavailable" }),
      { enableHighAccuracy: true, timeout: 20_000, maximumAge: 5_000 },
    );
  };
  return { whereabouts, ask };
}
