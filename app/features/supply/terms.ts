import { type MonthField, monthFields } from "./month-fields.ts";
import { spreadMonths } from "./months.ts";
import type { AgreementVersion } from "./queries/agreements.server.ts";

/** The names of a form's fields about terms. */
export type TermsValues = Record<
  | "species"
  | "form"
  | "sizeClass"
  | "priceKind"
  | "priceFen"
  | "rewardFen"
  | "rewardFor"
  | "waterPermille"
  | "deadPermille"
  | "paymentDays"
  | "dividendPermille"
  | "dividendBasis"
  | "quality"
  | MonthField,
  string
> & { gives: string[] };

type Months = Record<MonthField, number | null>;

/** What the form's months promise over the term. */
export const promised = (said: Months, startsOn: string, endsOn: string) =>
  spreadMonths(
    monthFields.map((name) => said[name]),
    startsOn,
    endsOn,
  );

const text = (value: number | null, divisor = 1) => (value === null ? "" : String(value / divisor));

/** A version as the form shows it; of each month what it last promises. */
export function termsValues(version: AgreementVersion): TermsValues {
  const byMonth = new Map(version.months.map(({ month, massG }) => [Number(month.slice(5, 7)), massG]));
  const months = Object.fromEntries(
    monthFields.map((name, index) => [name, text(byMonth.get(index + 1) ?? null, 1000)]),
  ) as Record<MonthField, string>;
  return {
    ...months,
    species: version.species,
    form: version.form,
    sizeClass: version.sizeClass ?? "",
    priceKind: version.priceKind,
    priceFen: text(version.priceFen, 100),
    rewardFen: text(version.rewardFen, 100),
    rewardFor: version.rewardFor ?? "",
    waterPermille: text(version.waterPermille, 10),
    deadPermille: text(version.deadPermille, 10),
    paymentDays: text(version.paymentDays),
    dividendPermille: text(version.dividendPermille, 10),
    dividendBasis: version.dividendBasis ?? "",
    quality: version.quality ?? "",
    gives: version.gives,
  };
}
