export default {
  error: {
    signIn: "Sign in, or send a valid API token (Authorization: Bearer …).",
    changePassword: "This account must change its password on the website before it can use the API.",
    readOnly: "This token may read, not write.",
    json: "The body must be JSON.",
    unknown: "There is no parameter named {{parameter}}.",
    oneOf: "{{parameter}} must be one of: {{values}}.",
    other: "The value of {{parameter}} is not valid.",
  },
  parameter: {
    readings: "readings must be a list of 1 to 1000 readings.",
    town: "town must be a town's code of 9 digits.",
    organization: "organization must be the id (UUID) of a member.",
    month: "month must be a year and month, such as 2026-03.",
    site: "site must be the id (UUID) of a site.",
    bbox: "bbox must be four numbers in degrees, west,south,east,north, with west below east and south below north.",
    q: "q may have at most 60 characters.",
    limit: "limit must be a whole number from 1 to the bound of the list.",
    after: "after must be the next that the page before gave.",
  },
} as const;
