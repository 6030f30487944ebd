import type messages from "./messages.zh.ts";

/** What programs are told in is never on a page. */
export type NamespaceName = Exclude<keyof typeof messages, "api">;
type Loaders = Record<NamespaceName, () => Promise<{ default: object }>>;

/** Every namespace as a file of its own: a page loads those it shows first, the others once it is awake. */
export const loaders = {
  zh: {
    common: () => import("./i18n/messages.zh.ts"),
    http: () => import("./http/messages.zh.ts"),
    auth: () => import("./auth/messages.zh.ts"),
    audit: () => import("./audit/messages.zh.ts"),
    members: () => import("./features/members/messages.zh.ts"),
    sites: () => import("./features/sites/messages.zh.ts"),
    safety: () => import("./features/safety/messages.zh.ts"),
    production: () => import("./features/production/messages.zh.ts"),
    recording: () => import("./features/production/recording/messages.zh.ts"),
    treatments: () => import("./features/production/treatments/messages.zh.ts"),
    water: () => import("./features/production/water/messages.zh.ts"),
    supply: () => import("./features/supply/messages.zh.ts"),
    shipments: () => import("./features/supply/shipments/messages.zh.ts"),
    settlement: () => import("./features/supply/settlement/messages.zh.ts"),
    income: () => import("./features/supply/income/messages.zh.ts"),
    exchange: () => import("./features/exchange/messages.zh.ts"),
    overview: () => import("./features/overview/messages.zh.ts"),
    map: () => import("./map/messages.zh.ts"),
    outline: () => import("./map/outline/messages.zh.ts"),
  } satisfies Loaders,
  en: {
    common: () => import("./i18n/messages.en.ts"),
    http: () => import("./http/messages.en.ts"),
    auth: () => import("./auth/messages.en.ts"),
    audit: () => import("./audit/messages.en.ts"),
    members: () => import("./features/members/messages.en.ts"),
    sites: () => import("./features/sites/messages.en.ts"),
    safety: () => import("./features/safety/messages.en.ts"),
    production: () => import("./features/production/messages.en.ts"),
    recording: () => import("./features/production/recording/messages.en.ts"),
    treatments: () => import("./features/production/treatments/messages.en.ts"),
    water: () => import("./features/production/water/messages.en.ts"),
    supply: () => import("./features/supply/messages.en.ts"),
    shipments: () => import("./features/supply/shipments/messages.en.ts"),
    settlement: () => import("./features/supply/settlement/messages.en.ts"),
    income: () => import("./features/supply/income/messages.en.ts"),
    exchange: () => import("./features/exchange/messages.en.ts"),
    overview: () => import("./features/overview/messages.en.ts"),
    map: () => import("./map/messages.en.ts"),
    outline: () => import("./map/outline/messages.en.ts"),
  } satisfies Loaders,
};
