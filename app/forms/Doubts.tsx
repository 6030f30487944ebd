import { Notice } from "#app/ui/Notice.tsx";

type DoubtsProps = { doubts: string[]; ask: string; accept: string };

/** What looks wrong is asked once; a tick says that it is so. */
export function Doubts({ doubts, ask, accept }: DoubtsProps) {
  if (doubts.length === 0) return null;
  return (
    <Notice tone="warning">
      {doubts.map((doubt) => (
        <p key={doubt}>{doubt}</p>
      ))}
      <p>{ask}</p>
      <label className="target flex items-center gap-2.5 font-medium">
        <input type="checkbox" name="accept" value="yes" className="size-5 shrink-0" />
        {accept}
      </label>
    </Notice>
  );
}
