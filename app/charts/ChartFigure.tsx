import type { ReactNode } from "react";
import type { Chart, ChartColour, Drawing, Look } from "./chart.ts";

type ChartFigureProps = {
  /** Says what the chart shows, with the unit. */
  title: string;
  note?: ReactNode;
  chart: Chart;
};

/** A chart drawn on the server, with its title and what its colours mean. */
export function ChartFigure({ title, note, chart }: ChartFigureProps) {
  return (
    <figure className="flex min-w-0 flex-col gap-2 rounded-card border border-line bg-surface p-4 print:border-0 print:p-0">
      <figcaption>
        <span className="block font-semibold">{title}</span>
        {note && <span className="block text-sm text-muted">{note}</span>}
        {chart.legend.length > 1 && (
          <span className="mt-1 flex flex-wrap gap-x-4 text-sm text-muted">
            {chart.legend.map(({ name, colour, look }) => (
              <span key={name} className="inline-flex items-center gap-1.5">
                <Key colour={colour} look={look} />
                {name}
              </span>
            ))}
          </span>
        )}
      </figcaption>
      <Picture drawing={chart.wide} title={title} className="hidden sm:block print:block" />
      <Picture drawing={chart.narrow} title={title} className="sm:hidden print:hidden" />
    </figure>
  );
}

function Picture({ drawing, title, className }: { drawing: Drawing; title: string; className: string }) {
  return (
    <svg
      role="img"
      aria-label={title}
      viewBox={`0 0 ${drawing.width} ${drawing.height}`}
      className={`h-auto w-full text-[12px] ${className}`}
    >
      {drawing.shapes.map(({ id, tag, attributes, text }) =>
        tag === "path" ? (
          <path key={id} {...attributes} />
        ) : (
          <text key={id} {...attributes}>
            {text}
          </text>
        ),
      )}
    </svg>
  );
}

const strokes: Record<Look, ReactNode> = {
  line: <path d="M1 6h18" stroke="currentColor" strokeWidth="2" />,
  dashed: <path d="M1 6h18" stroke="currentColor" strokeWidth="2" strokeDasharray="4 3" />,
  points: <circle cx="10" cy="6" r="3" fill="currentColor" />,
  band: <path d="M1 2h18v8H1z" fill="currentColor" fillOpacity="0.25" />,
};
const colours: Record<ChartColour, string> = {
  accent: "text-accent",
  breeding: "text-breeding",
  farming: "text-farming",
  processing: "text-processing",
  sales: "text-sales",
  muted: "text-muted",
  due: "text-due",
  late: "text-late",
};

const Key = ({ colour, look }: { colour: ChartColour; look: Look }) => (
  <svg viewBox="0 0 20 12" aria-hidden="true" className={`h-3 w-5 ${colours[colour]}`}>
    {strokes[look]}
  </svg>
);
