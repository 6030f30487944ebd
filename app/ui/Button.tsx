import type { ComponentProps } from "react";
import { type ButtonVariant, buttonStyle } from "./buttonStyle.ts";
import { Icon } from "./Icon.tsx";
import type { IconName } from "./icons.ts";

type ButtonProps = ComponentProps<"button"> & { variant?: ButtonVariant; icon?: IconName };

/** Does something here; what leads elsewhere is a ButtonLink, what sends a form a SubmitButton. */
export function Button({
  variant = "secondary",
  icon,
  type = "button",
  className = "",
  children,
  ...rest
}: ButtonProps) {
  return (
    <button {...rest} type={type} className={`${buttonStyle(variant)} ${className}`}>
      {icon && <Icon name={icon} />}
      {children}
    </button>
  );
}
