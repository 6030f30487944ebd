import { type ButtonVariant, buttonStyle } from "./buttonStyle.ts";
import { Icon } from "./Icon.tsx";
import type { IconName } from "./icons.ts";
import { Link, type LinkProps } from "./Link.tsx";

type ButtonLinkProps = LinkProps & { variant?: ButtonVariant; icon?: IconName };

/** For a file to download pass `reloadDocument`. */
export function ButtonLink({
  variant = "secondary",
  icon,
  className = "",
  children,
  ...rest
}: ButtonLinkProps) {
  return (
    <Link {...rest} className={`${buttonStyle(variant)} ${className}`}>
      {icon && <Icon name={icon} />}
      {children}
    </Link>
  );
}
