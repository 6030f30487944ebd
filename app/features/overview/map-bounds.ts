/** More sites than these a map takes by the tile. */
export const mapSitesAtMost = 20_000;
/** Member villages on a map; a county has some hundreds. */
export const mapMembersAtMost = 1_000;
