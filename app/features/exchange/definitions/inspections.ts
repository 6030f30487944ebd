import type { SheetDefinition } from "../column.ts";

/** Goes out only: an inspection is made with its checklist. */
export const inspectionSheet = {
  kind: "inspections",
  title: { zh: "安全检查记录", en: "Inspections" },
  key: "inspectedOn",
  columns: [
    { field: "inspectedOn", heading: { zh: "检查日期", en: "Inspected on" }, example: "", form: "day" },
    { field: "town", heading: { zh: "镇", en: "Town" }, example: "", form: "text" },
    { field: "operator", heading: { zh: "经营者", en: "Operator" }, example: "", form: "text", width: 24 },
    { field: "site", heading: { zh: "场所", en: "Site" }, example: "", form: "text", width: 24 },
    { field: "siteCode", heading: { zh: "场所编号", en: "Code of the site" }, example: "", form: "code" },
    {
      field: "inspectors",
      heading: { zh: "检查人员", en: "Inspectors" },
      example: "",
      form: "text",
      width: 24,
    },
    { field: "checked", heading: { zh: "检查项数", en: "Items checked" }, example: "", form: "number" },
    { field: "failed", heading: { zh: "发现隐患", en: "Hazards found" }, example: "", form: "number" },
  ],
} satisfies SheetDefinition;
