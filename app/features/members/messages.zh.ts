export default {
  title: "成员",
  kind: { village: "村", enterprise: "企业", group: "县集团" },
} as const;
