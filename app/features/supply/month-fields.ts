/** A form's fields for January to December. */
export const monthFields = [
  "month1",
  "month2",
  "month3",
  "month4",
  "month5",
  "month6",
  "month7",
  "month8",
  "month9",
  "month10",
  "month11",
  "month12",
] as const;
export type MonthField = (typeof monthFields)[number];
