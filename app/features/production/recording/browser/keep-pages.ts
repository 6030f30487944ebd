/** Pages that open without a network, with what swims where when they were last fetched. */
const pages = [
  "/record",
  ...[
    "feeding",
    "again",
    "mortality",
    "input",
    "sampling",
    "count",
    "harvest",
    "sale",
    "dispatch",
    "transfer",
    "stocking",
  ].map((kind) => `/record/${kind}`),
];
const freshFor = 20 * 60 * 1000;

/** Kept under the account's own name; what another account left behind goes first. */
export async function keepPages(accountId: string) {
  if (!("serviceWorker" in navigator) || !("caches" in window) || import.meta.env.DEV) return;
  await navigator.serviceWorker.register("/service-worker.js");
  const name = `pond-${accountId}`;
  for (const other of await caches.keys())
    if (other.startsWith("pond-") && other !== name) await caches.delete(other);
  const cache = await caches.open(name);
  const kept = await cache.match("/record");
  const at = Date.parse(kept?.headers.get("date") ?? "");
  if (!navigator.onLine || Date.now() - at < freshFor) return;
  const shell = [
    ...[...document.querySelectorAll<HTMLLinkElement>("link[rel=stylesheet], link[rel=icon]")].map(
      ({ href }) => href,
    ),
    ...[...document.querySelectorAll<HTMLScriptElement>("script[src]")].map(({ src }) => src),
  ];
  for (const url of [...shell, ...pages.slice(1), "/record"]) {
    const page = await fetch(url, { headers: { Accept: "text/html,*/*" } }).catch(() => undefined);
    if (page?.ok && !page.redirected) await cache.put(url, page);
  }
}
