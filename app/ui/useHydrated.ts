import { useEffect, useState } from "react";

/** Scripts run: what needs them may take the place of what does without. */
export function useHydrated() {
  const [hydrated, setHydrated] = useState(false);
  useEffect(() => setHydrated(true), []);
  return hydrated;
}
