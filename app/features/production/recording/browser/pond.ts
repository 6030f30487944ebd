import { v7 as uuidv7 } from "uuid";
import { chinaDay } from "#app/i18n/day.ts";
import type { EntryKind } from "../entries.ts";
import { mediaFields } from "../media.ts";
import { readEntry } from "../read-entry.ts";
import { keepPages } from "./keep-pages.ts";
import { keep, type Waiting } from "./queue.ts";
import { send } from "./send.ts";
import { showWaiting } from "./show-waiting.ts";
import { shrink } from "./shrink.ts";

/**
 * The one script of the recording pages. Forms work without it; with it an entry is kept on the phone before it is
 * sent, so that no dead network, killed tab or lost answer loses or doubles it.
 */
const box = document.getElementById("waiting") as HTMLElement;
const accountId = box.dataset.account as string;
const language = document.documentElement.lang;
const form = document.querySelector<HTMLFormElement>("form[data-entry]");

const inputsOf = (entry: HTMLFormElement, selector: string) =>
  entry.querySelectorAll<HTMLInputElement>(selector);

/** A page may come from the cache or the back button: ids and the day are always of this entry. */
function renew(entry: HTMLFormElement) {
  for (const input of inputsOf(entry, "[data-new-id]")) input.value = uuidv7();
  const today = chinaDay(new Date());
  for (const input of inputsOf(entry, "[name=day]")) {
    if (input.value === input.defaultValue) input.value = today;
    input.max = today;
  }
}

/** Of the address, on a page that was kept without it. */
function chooseFromAddress(entry: HTMLFormElement) {
  const site = new URLSearchParams(location.search).get("site");
  for (const choice of inputsOf(entry, "[data-site]"))
    if (choice.dataset.site === site) choice.checked = true;
}

function summaryOf(entry: HTMLFormElement) {
  const chosen = [...entry.querySelectorAll<HTMLInputElement>("[data-name]:checked")].map(
    ({ dataset }) => dataset.name,
  );
  const typed = [...entry.querySelectorAll<HTMLInputElement>("input[inputmode]")]
    .filter(({ value }) => value !== "")
    .map(
      ({ value, parentElement }) =>
        `${value} ${parentElement?.querySelector("[id$=-unit]")?.textContent ?? ""}`,
    );
  return [document.querySelector("h1")?.textContent, chosen.join(" "), ...typed].filter(Boolean).join(" · ");
}

async function entryOf(entry: HTMLFormElement): Promise<Waiting> {
  for (const input of inputsOf(entry, "[name=at]")) input.value = new Date().toISOString();
  const said = new FormData(entry);
  const bodies = readEntry(entry.dataset.entry as EntryKind, said) as Waiting["bodies"];
  const files: NonNullable<Waiting["files"]> = [];
  for (const [name, id] of Object.entries(mediaFields)) {
    const file = said.get(name);
    if (file instanceof File && file.size > 0)
      files.push({ id: String(said.get(id)), ...(await shrink(file)) });
  }
  return {
    id: uuidv7(),
    accountId,
    summary: summaryOf(entry),
    bodies: JSON.parse(JSON.stringify(bodies)),
    files,
    tried: !navigator.onLine,
  };
}

/** Nothing is kept that says too little to be anything; the rest is the server's to judge. */
function isFilled(entry: HTMLFormElement) {
  const [first] = inputsOf(entry, "[data-name]");
  const chosen = entry.querySelector("[data-name]:checked");
  first?.setCustomValidity(chosen ? "" : (box.dataset.choose ?? ""));
  return entry.reportValidity();
}

async function record(event: SubmitEvent) {
  const entry = event.currentTarget as HTMLFormElement;
  event.preventDefault();
  if (entry.ariaBusy === "true" || !isFilled(entry)) return;
  entry.ariaBusy = "true";
  const waiting = await entryOf(entry);
  await keep(waiting);
  const { how } = waiting.tried ? { how: "waits" } : await send(waiting, { language });
  if (how === "sent")
    return location.assign(
      `/record/done?${new URLSearchParams(waiting.bodies.map(({ id }) => ["event", id]))}`,
    );
  if (how === "asked" || how === "refused") {
    // Somebody is here to mend it: the server answers the form itself, each word at its field.
    await show.drop(waiting.id);
    entry.submit();
    return;
  }
  entry.reset();
  renew(entry);
  entry.ariaBusy = "false";
  await show.all(box.dataset.kept);
  box.scrollIntoView();
}

const show = showWaiting(box, { accountId, language });

if (form) {
  if (form.querySelector("[role=alert], [name=asked]") === null) chooseFromAddress(form);
  renew(form);
  form.addEventListener("submit", record);
}
window.addEventListener("pageshow", ({ persisted }) => persisted && form && renew(form));
window.addEventListener("online", () => show.sendAll());
void show.sendAll();
void keepPages(accountId);
