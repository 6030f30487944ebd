export default {
  title: "场所",
} as const;
