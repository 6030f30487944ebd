export default {
  title: "成员",
} as const;
