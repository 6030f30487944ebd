import type * as z from "zod";
import { monthFields } from "./month-fields.ts";
import type { amendmentForm } from "./schema.ts";
import { promised } from "./terms.ts";

type Said = Omit<
  z.output<typeof amendmentForm>,
  "version" | "picture" | "pictureId" | "effectiveOn" | "reason"
>;

/** The terms that a form says, as they are kept. */
export function readTerms(said: Said, term: { startsOn: string; endsOn: string }) {
  const { versionId, species, form, sizeClass, priceKind, priceFen, rewardFen, rewardFor, ...rest } = said;
  const { paymentDays, quality, gives, dividendBasis } = rest;
  const months = Object.fromEntries(monthFields.map((name) => [name, said[name]]));
  return {
    ...{ id: versionId, species, form, sizeClass, priceKind, priceFen, paymentDays, quality, gives },
    rewardFen: rewardFen || null,
    rewardFor: rewardFen ? rewardFor : null,
    waterPermille: said.waterPermille ?? 0,
    deadPermille: said.deadPermille ?? 0,
    dividendPermille: said.dividendPermille || null,
    dividendBasis: said.dividendPermille ? dividendBasis : null,
    months: promised(months as Parameters<typeof promised>[0], term.startsOn, term.endsOn),
  };
}
