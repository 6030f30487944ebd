import { forget, keep, listWaiting, type Waiting } from "./queue.ts";
import { confirmed, type Sent, send } from "./send.ts";

type Reader = { accountId: string; language: string };

/** The list of what waits, in the box that the page holds ready with its words. */
export function showWaiting(box: HTMLElement, reader: Reader) {
  const words = box.dataset as Record<string, string>;
  const list = box.querySelector("ul") as HTMLUListElement;
  const note = box.querySelector("[role=status]") as HTMLElement;
  const unsent = box.querySelector("[data-unsent]") as HTMLElement;
  /** What the server keeps and can't book, since this page was opened. */
  const pending: string[] = [];

  async function all(said = "") {
    const entries = await listWaiting();
    const own = entries.filter(({ accountId }) => accountId === reader.accountId);
    const others = own.length < entries.length ? words.another : "";
    list.replaceChildren(...own.map(line));
    note.replaceChildren(said || others || "", ...(pending.length > 0 ? [pendingLink()] : []));
    unsent.hidden = own.length === 0;
    box.hidden = note.textContent === "" && own.length === 0;
    return own;
  }

  const pendingLink = () =>
    Object.assign(document.createElement("a"), {
      href: `/record/done?${new URLSearchParams(pending.map((id) => ["event", id]))}`,
      textContent: words.pending,
    });

  function line(entry: Waiting) {
    const item = document.createElement("li");
    item.append(entry.summary);
    if (entry.asks) item.append(paragraph(`${words.asks} ${entry.asks.texts.join(" ")}`));
    if (entry.refused) item.append(paragraph(`${words.refused} ${entry.refused}`));
    if (entry.asks) item.append(button(words.yes, () => keep(confirmed(entry)).then(sendAll)));
    if (entry.asks || entry.refused) item.append(button(words.forget, () => drop(entry.id)));
    return item;
  }

  const paragraph = (text: string) => Object.assign(document.createElement("p"), { textContent: text });

  function button(text: string | undefined, act: () => Promise<unknown>) {
    const made = box.querySelector("[data-send]")?.cloneNode(true) as HTMLButtonElement;
    made.removeAttribute("data-send");
    made.textContent = text ?? "";
    made.addEventListener("click", () => void act());
    return made;
  }

  async function drop(id: string) {
    await forget(id);
    await all();
  }

  /** One entry after the other. Two pages that send at once do no harm: the ids are the same. */
  async function sendAll() {
    const ready = (await all()).filter(({ asks, refused }) => !asks && !refused);
    if (ready.length === 0 || !navigator.onLine) return;
    note.textContent = words.sending ?? "";
    let last: Sent | undefined;
    for (const entry of ready) {
      const { how, pending: kept } = await send({ ...entry, tried: true }, reader);
      pending.push(...kept);
      last = how;
      if (how === "waits" || how === "signIn") break;
    }
    await all(last === "signIn" ? words.signIn : "");
  }

  box.querySelector("[data-send]")?.addEventListener("click", () => void sendAll());
  return { all, drop, sendAll };
}
