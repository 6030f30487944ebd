import { forget, keep, type Waiting } from "./queue.ts";

export type Sent = "sent" | "waits" | "asked" | "refused" | "signIn";
/** `pending`: events that the server keeps, but can't book. */
export type Outcome = { how: Sent; pending: string[] };

const patience = 15_000;

/**
 * Sends one entry: the events first, then its file. Whatever is in doubt (no network, an answer lost, a server that is
 * away) leaves it in the queue; ids make the next time the same as this one.
 */
export async function send(entry: Waiting, { language }: { language: string }): Promise<Outcome> {
  let pending: string[] = [];
  const query = new URLSearchParams({ account: entry.accountId, ...(entry.tried && { unattended: "1" }) });
  try {
    const answer = await post(`/api/v1/events?${query}`, JSON.stringify(entry.bodies), {
      "Content-Type": "application/json",
      "Accept-Language": language,
    });
    if (answer.status === 401) return wait(entry, "signIn");
    if (answer.status >= 500 || answer.status === 429) return wait(entry, "waits");
    if (!answer.ok) return refuse(entry, await answer.json());
    pending = pendingOf(await answer.json());
    const refused: string[] = [];
    for (const file of entry.files ?? []) refused.push(...((await sendFile(entry, file)) ?? []));
    // What happened is written down all the same; the list says what became of its picture.
    if (refused.length > 0) {
      await keep({ ...entry, refused: refused.join(" ") });
      return { how: "sent", pending };
    }
  } catch {
    return wait(entry, "waits");
  }
  await forget(entry.id);
  return { how: "sent", pending };
}

const pendingOf = ({ results }: { results: { id: string; status: string }[] }) =>
  results.filter(({ status }) => status === "pending").map(({ id }) => id);

const post = (url: string, body: BodyInit, headers: Record<string, string> = {}) =>
  fetch(url, { method: "POST", body, headers, signal: AbortSignal.timeout(patience), redirect: "manual" });

/** Why the file was not kept; undefined: it was. */
async function sendFile({ bodies }: Waiting, { id, content, name }: NonNullable<Waiting["files"]>[number]) {
  const form = new FormData();
  for (const body of bodies) form.append("event", body.id);
  form.append("fileId", id);
  form.append("file", content, name);
  const answer = await post("/record/files", form);
  if (answer.type === "opaqueredirect" || answer.status >= 500) throw new Error("not sent");
  if (answer.ok) return undefined;
  const { detail, title }: Problem = await answer.json().catch(() => ({ title: answer.statusText }));
  return [`${name}: ${detail ?? title}`];
}

async function wait(entry: Waiting, how: Sent): Promise<Outcome> {
  await keep({ ...entry, tried: true });
  return { how, pending: [] };
}

type Problem = {
  detail?: string;
  title?: string;
  errors?: { text: string }[];
  doubts?: { codes: string[]; texts: string[] }[];
};

/** Kept all the same, with what the server said: a person looks at it. */
async function refuse(entry: Waiting, { detail, title, errors, doubts }: Problem): Promise<Outcome> {
  if (doubts) {
    const all = (of: "codes" | "texts") => [...new Set(doubts.flatMap((doubt) => doubt[of]))];
    await keep({ ...entry, asks: { codes: all("codes"), texts: all("texts") } });
    return { how: "asked", pending: [] };
  }
  await keep({ ...entry, refused: errors?.map(({ text }) => text).join(" ") ?? detail ?? title ?? "?" });
  return { how: "refused", pending: [] };
}

/** The person says that what looks wrong is so. */
export const confirmed = ({ asks, ...entry }: Waiting): Waiting => ({
  ...entry,
  bodies: entry.bodies.map((body) => ({ ...body, accept: [...(body.accept ?? []), ...(asks?.codes ?? [])] })),
});
