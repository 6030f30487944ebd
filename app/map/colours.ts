import { useEffect, useState } from "react";

/** The tokens of styles.css that maps are painted with. */
const names = [
  "paper",
  "surface",
  "wash",
  "ink",
  "muted",
  "line",
  "edge",
  "accent",
  "accent-soft",
  "focus",
  "breeding",
  "farming",
  "processing",
  "sales",
  "late",
  "due",
  "ok",
  "withheld",
] as const;
export type ColourName = (typeof names)[number];
export type Colours = Record<ColourName, string>;

/** The tokens as the page shows them now: a map's paint knows no CSS variables. */
export function readColours(): Colours {
  const probe = document.body.appendChild(document.createElement("span"));
  const colours = names.map((name) => {
    probe.style.color = `var(--color-${name})`;
    return [name, getComputedStyle(probe).color];
  });
  probe.remove();
  return Object.fromEntries(colours) as Colours;
}

/** The colours of the page's theme, followed when it changes; undefined before the first effect. */
export function useColours() {
  const [colours, setColours] = useState<Colours>();
  useEffect(() => {
    const read = () => setColours(readColours());
    read();
    const dark = window.matchMedia("(prefers-color-scheme: dark)");
    const theme = new MutationObserver(read);
    dark.addEventListener("change", read);
    theme.observe(document.documentElement, { attributeFilter: ["data-theme"] });
    return () => {
      dark.removeEventListener("change", read);
      theme.disconnect();
    };
  }, []);
  return colours;
}
