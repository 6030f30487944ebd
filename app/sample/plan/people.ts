import type { Random } from "./random.ts";

const surnames = [
  ..."王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎",
];

/** A name nobody has. */
export const planName = (random: Random) => `${random.pick(surnames)}示例`;

export const planHeadName = (random: Random, serial: number) =>
  `示例户${random.pick(surnames)}${String(serial).padStart(2, "0")}`;

/** Eleven digits as a form expects them, but no Chinese mobile number begins with 10. */
export const planPhone = (random: Random) => `1000000${String(random.integer(0, 9999)).padStart(4, "0")}`;
