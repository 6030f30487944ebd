import "i18next";
import type messages from "./messages.zh.ts";

declare module "i18next" {
  interface CustomTypeOptions {
    defaultNS: "common";
    resources: typeof messages;
  }
}
