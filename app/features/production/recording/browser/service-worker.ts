/**
 * Stands between the pages and the network: without one it answers with what the recording pages kept. It keeps
 * nothing itself, takes everything away when somebody signs in or out, and asks first while entries wait.
 */
import { listWaiting } from "./queue.ts";

// The project's types are those of a page; of a worker's only this much is used.
type WorkerEvent = Event & { waitUntil(work: Promise<unknown>): void };
type FetchEvent = WorkerEvent & { request: Request; respondWith(answer: Promise<Response>): void };
type Worker = EventTarget & { skipWaiting(): Promise<void>; clients: { claim(): Promise<void> } };
const worker = self as unknown as Worker;

worker.addEventListener("install", (event) => (event as WorkerEvent).waitUntil(worker.skipWaiting()));
worker.addEventListener("activate", (event) => (event as WorkerEvent).waitUntil(worker.clients.claim()));

worker.addEventListener("fetch", (event) => {
  const { request } = event as FetchEvent;
  const url = new URL(request.url);
  if (url.origin !== location.origin) return;
  if (request.method === "POST" && /^\/(login|logout)$/.test(url.pathname))
    (event as FetchEvent).respondWith(leave(request, url));
  else if (request.method === "GET" && isKept(url)) (event as FetchEvent).respondWith(networkFirst(request));
});

const isKept = ({ pathname }: URL) =>
  /^\/record(\/[a-z]+)?$/.test(pathname) || /^\/(assets\/.*\.css|pond\.js|favicon\.svg)$/.test(pathname);

const patience = 6000;

async function networkFirst(request: Request) {
  const kept = await caches.match(request, { ignoreSearch: true, ignoreVary: true });
  if (!kept) return fetch(request);
  const late = new Promise<Response>((resolve) => setTimeout(() => resolve(kept), patience));
  const answer = fetch(request).then((fresh) => (fresh.status < 500 ? fresh : kept));
  return Promise.race([answer, late]).catch(() => kept);
}

async function leave(request: Request, url: URL) {
  if (url.pathname === "/logout" && !url.searchParams.has("anyway") && (await isWaiting()))
    return Response.redirect("/record/leaving", 303);
  for (const name of await caches.keys()) if (name.startsWith("pond-")) await caches.delete(name);
  return fetch(request);
}

const isWaiting = async () => (await listWaiting().catch(() => [])).length > 0;
