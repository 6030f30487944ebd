/** What React answers at once, flushing whatever it is about: a page that is still being hydrated dies of it. */
const discrete = [
  "pointerdown",
  "pointerup",
  "pointercancel",
  "mousedown",
  "mouseup",
  "touchstart",
  "touchend",
  "touchcancel",
  "click",
  "auxclick",
  "dblclick",
  "contextmenu",
  "keydown",
  "keypress",
  "keyup",
  "beforeinput",
  "input",
  "change",
  "submit",
  "reset",
  "compositionstart",
  "compositionend",
  "copy",
  "cut",
  "paste",
  "dragstart",
  "dragend",
  "drop",
];

/**
 * Keeps keys and taps from scripts until the returned function is called. The browser still does with them what it
 * does without any script: follows the link, sends the form, types the letter.
 */
export function holdEvents() {
  const hold = (event: Event) => event.stopImmediatePropagation();
  for (const name of discrete) window.addEventListener(name, hold, true);
  return () => {
    for (const name of discrete) window.removeEventListener(name, hold, true);
  };
}
