export default {
  title: "Members",
  kind: { village: "Village", enterprise: "Enterprise", group: "County group" },
} as const;
