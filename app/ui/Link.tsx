import { useLocation, useNavigate } from "@remix-run/react";
import type { ComponentPropsWithoutRef, MouseEvent } from "react";

export type LinkProps = Omit<ComponentPropsWithoutRef<"a">, "href"> & {
  /** A page, or this page with other parameters. */
  to: string | { search: string };
  /** The page stays where it is scrolled to. */
  preventScrollReset?: boolean;
  /** Left to the browser: for a file, or for a page to come anew. */
  reloadDocument?: boolean;
};

/**
 * A link to another page. It is only an anchor, because a list has hundreds of them: clicks are followed where they
 * arrive, by useFollowedLinks (docs/decisions/0015).
 */
export function Link({ to, preventScrollReset, reloadDocument, ...rest }: LinkProps) {
  const { pathname } = useLocation();
  const href = typeof to === "string" ? to : pathname + (to.search && `?${to.search}`);
  const follow = reloadDocument ? undefined : preventScrollReset ? "in-place" : "page";
  return <a {...rest} href={href} data-follow={follow} />;
}

/** For what stands around all links: a plain click on one of them changes the page without loading it anew. */
export function useFollowedLinks() {
  const navigate = useNavigate();
  return (event: MouseEvent) => {
    if (event.defaultPrevented || event.button !== 0) return;
    if (event.metaKey || event.altKey || event.ctrlKey || event.shiftKey) return;
    const link = (event.target as Element).closest<HTMLAnchorElement>("a[data-follow]");
    if (!link || (link.target && link.target !== "_self")) return;
    event.preventDefault();
    navigate(link.pathname + link.search + link.hash, {
      replace: link.href === location.href,
      preventScrollReset: link.dataset.follow === "in-place",
    });
  };
}
