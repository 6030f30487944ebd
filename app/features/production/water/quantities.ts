/** What is measured in water. Stored as whole numbers, `scale` to the unit people read. */
export const quantities = {
  oxygen: { unit: "mg/L", scale: 1000, decimals: 1, lowest: 0, highest: 25 },
  temperature: { unit: "°C", scale: 100, decimals: 1, lowest: -1, highest: 42 },
  ph: { unit: "", scale: 100, decimals: 1, lowest: 4, highest: 11 },
  tan: { unit: "mg/L", scale: 1000, decimals: 2, lowest: 0, highest: 20 },
  nitrite: { unit: "mg/L", scale: 1000, decimals: 2, lowest: 0, highest: 10 },
} as const;
export type Quantity = keyof typeof quantities;
export const quantityNames = Object.keys(quantities) as Quantity[];

/** What is either on or off. */
export const switches = ["power", "aerator"] as const;
export type Switch = (typeof switches)[number];

/** One reading in the units people use; null: not measured. */
export type Measures = Record<Quantity, number | null> & Record<Switch, boolean | null>;

export const toStored = (quantity: Quantity, value: number) => Math.round(value * quantities[quantity].scale);
export const fromStored = (quantity: Quantity, value: number) => value / quantities[quantity].scale;

const convert =
  (one: (quantity: Quantity, value: number) => number) =>
  <Row extends Record<Quantity, number | null>>(row: Row) =>
    Object.fromEntries(
      quantityNames.map((name) => {
        const value = row[name];
        return [name, value === null ? null : one(name, value)];
      }),
    ) as Record<Quantity, number | null>;
export const allToStored = convert(toStored);
export const allFromStored = convert(fromStored);
