export type ButtonVariant = "primary" | "secondary" | "quiet" | "danger";

const common =
  "relative target inline-flex items-center justify-center gap-1.5 rounded-control px-3.5 py-1 text-base lg:text-sm font-medium no-underline cursor-pointer select-none aria-disabled:cursor-progress disabled:cursor-not-allowed disabled:opacity-60 print:hidden";

const variants: Record<ButtonVariant, string> = {
  primary: "bg-accent text-on-accent hover:bg-accent-strong",
  secondary: "border border-edge bg-surface text-ink hover:bg-wash",
  quiet: "text-accent hover:bg-wash",
  danger: "border border-late bg-surface text-late hover:bg-late-soft",
};

export const buttonStyle = (variant: ButtonVariant) => `${common} ${variants[variant]}`;
