import type { MouseEvent } from "react";

// React 18 knows neither attribute by type, but hands both through.
export const popover = (id: string) => ({ id, popover: "auto" });
export const popoverButton = (id: string) => ({ type: "button" as const, popovertarget: id });

/** Once something in it was followed, an open popover goes away. */
export function closePopover(event: MouseEvent<HTMLElement>) {
  if (event.target instanceof Element && event.target.closest("a")) event.currentTarget.hidePopover?.();
}
