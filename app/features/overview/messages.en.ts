export default {
  navigation: {
    today: "Today",
    overview: "Overview",
    members: "Members",
    enterprises: "Enterprises",
    towns: "Towns",
    sites: "Sites and waters",
    households: "Households",
    imports: "Spreadsheets",
    accounts: "Accounts",
    audit: "Audit log",
  },
} as const;
