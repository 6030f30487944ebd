import type { MetaDescriptor } from "@remix-run/react";

/** The `meta` of every page: its loader answers a `title` in the reader's language. */
export function titleFromLoader({
  data,
}: {
  data: { title?: string } | undefined | unknown;
}): MetaDescriptor[] {
  const title = (data as { title?: string } | undefined)?.title;
  return title ? [{ title: `${title} · 渔联 Yulian` }] : [{ title: "渔联 Yulian" }];
}
