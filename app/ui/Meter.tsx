type MeterProps = {
  /** Says what is measured and how much. */
  label: string;
  value: number;
  max: number;
  /** A stage's or status' colour, as a fill: "fill-farming". */
  fill?: string;
};

/** A share as a bar; SVG, so that it prints. */
export function Meter({ label, value, max, fill = "fill-accent" }: MeterProps) {
  const share = max > 0 ? Math.min(1, Math.max(0, value / max)) : 0;
  return (
    <svg
      className="inline-block h-2 w-full min-w-16 overflow-hidden rounded-full"
      role="img"
      aria-label={label}
    >
      <rect width="100%" height="100%" className="fill-wash" />
      <rect width={`${share * 100}%`} height="100%" className={fill} />
    </svg>
  );
}
