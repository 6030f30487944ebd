import { type IconName, icons } from "./icons.ts";

type IconProps = {
  name: IconName;
  /** Says what the icon means where no word beside it does. */
  label?: string;
  className?: string;
};

export function Icon({ name, label, className = "size-5" }: IconProps) {
  return (
    <svg
      viewBox="0 0 24 24"
      className={`shrink-0 fill-none stroke-current ${className}`}
      strokeWidth={1.75}
      strokeLinecap="round"
      strokeLinejoin="round"
      role={label ? "img" : undefined}
      aria-label={label}
      aria-hidden={label ? undefined : true}
    >
      <path d={icons[name]} />
    </svg>
  );
}
