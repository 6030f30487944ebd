/** An address of this site to go on to, or the first page: never another host's. */
export function localAddress(target: string | null | undefined) {
  if (!target?.startsWith("/") || /^\/[/\\]/.test(target) || target.includes("\n")) return "/";
  const url = new URL(target, "http://here");
  return url.host === "here" && url.pathname !== "/login" && url.pathname !== "/logout"
    ? url.pathname + url.search + url.hash
    : "/";
}
