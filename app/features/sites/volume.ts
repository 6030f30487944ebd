import { tankVolume } from "./area.ts";
import { isTank, type SiteKind } from "./kinds.ts";

type Tank = { kind: SiteKind; diameterM: number | null; depthM: number | null; volumeM3: number | null };

const reckoned = ({ kind, diameterM, depthM }: Tank) =>
  isTank(kind) && diameterM !== null && depthM !== null ? tankVolume({ diameterM, depthM }) : null;

/**
 * The volume to store: as typed, else reckoned from a tank's measures. One that is left as it stands was reckoned
 * itself if it equals what the measures standing with it come to: it follows the new measures. Any other was measured.
 */
export function volumeOf(typed: Tank, standing?: Tank) {
  const untouched = standing && typed.volumeM3 === standing.volumeM3;
  const follows = untouched && standing.volumeM3 === reckoned(standing);
  return follows ? reckoned(typed) : (typed.volumeM3 ?? reckoned(typed));
}
