import type { Column, Wording } from "../column.ts";

type Options = NonNullable<Column["options"]>;

/** Options under the words that pages use for them. */
export const choicesOf = <Value extends string>(
  values: readonly Value[],
  zh: Record<Value, string>,
  en: Record<Value, string>,
  also: Partial<Record<Value, string[]>> = {},
): Options => values.map((value) => ({ value, zh: zh[value], en: en[value], also: also[value] }));

export const yesOrNo: Options = [
  { value: "true", zh: "是", en: "yes", also: ["√", "有", "y"] },
  { value: "false", zh: "否", en: "no", also: ["×", "无", "n"] },
];

/** A town is understood by name, with or without 镇, and by code. */
export const townChoices = (towns: { code: string; name: string }[]): Options =>
  towns.map(({ code, name }) => ({ value: code, zh: name, en: name, also: [name.replace(/镇$/, "")] }));

/** What fishermen call them, beside the names of the register. */
const commonNames: Record<string, string[]> = {
  largemouth_bass: ["大口黑鲈", "鲈鱼", "加州鲈鱼"],
  silver_carp: ["白鲢", "鲢鱼"],
  bighead_carp: ["花鲢", "鳙鱼", "胖头鱼"],
};

export const speciesChoices = (species: { code: string; nameZh: string; nameEn: string }[]): Options =>
  species.map(({ code, nameZh, nameEn }) => ({
    value: code,
    zh: nameZh,
    en: nameEn,
    also: commonNames[code],
  }));

/** Of the coordinates that follow in the row; what is stored is WGS 84. */
export const coordinateSystem = {
  field: "system",
  heading: { zh: "坐标系", en: "Coordinate system" },
  example: "wgs84",
  form: "choice",
  options: [
    { value: "wgs84", zh: "WGS 84", en: "WGS 84", also: ["GPS", "CGCS2000"] },
    { value: "gcj02", zh: "GCJ-02", en: "GCJ-02", also: ["火星坐标", "高德", "腾讯", "AMap"] },
  ],
  note: {
    zh: "手机定位和测量一般是 WGS 84；从高德、腾讯地图抄来的填 GCJ-02，导入时换算一次",
    en: "Phones and surveys give WGS 84; coordinates copied from AMap or Tencent Maps are GCJ-02 and converted once",
  },
} satisfies Column;

export const longitude = {
  field: "lng",
  heading: { zh: "经度", en: "Longitude" },
  example: "108.590000",
  form: "number",
} satisfies Column;

export const latitude = {
  field: "lat",
  heading: { zh: "纬度", en: "Latitude" },
  example: "32.858000",
  form: "number",
} satisfies Column;

export const organizationNote: Wording = {
  zh: "名称后面带编号，如：军坝村（101200）；名称不重复时也可以只填名称，或只填编号",
  en: "The name with its code in brackets; the code alone, or a name that only one organization bears, will do",
};
