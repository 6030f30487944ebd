import type { SheetDefinition } from "#app/features/exchange/column.ts";

export type PondField = "code" | "name" | "kind" | "area" | "since" | "phone";

/** Made for these tests: one column of every form. */
export const ponds: SheetDefinition<PondField> = {
  kind: "ponds",
  title: { zh: "鱼池", en: "Ponds" },
  key: "code",
  columns: [
    {
      field: "code",
      heading: { zh: "编码", en: "Code" },
      example: "P-001",
      form: "code",
      note: { zh: "留空则新增", en: "Leave empty to add" },
    },
    {
      field: "name",
      heading: { zh: "名称", en: "Name" },
      aliases: ["池名"],
      example: "一号池",
      form: "text",
      required: true,
    },
    {
      field: "kind",
      heading: { zh: "类型", en: "Kind" },
      example: "pond",
      form: "choice",
      options: [
        { value: "pond", zh: "陆基高密度养鱼池", en: "Land-based pond" },
        { value: "earth_pond", zh: "土塘", en: "Earth pond, dug" },
      ],
    },
    { field: "area", heading: { zh: "面积（亩）", en: "Area (mu)" }, example: "12.5", form: "number" },
    { field: "since", heading: { zh: "启用日期", en: "In use since" }, example: "2026-03-15", form: "day" },
    { field: "phone", heading: { zh: "电话", en: "Telephone" }, example: "13800000000", form: "code" },
  ],
};
