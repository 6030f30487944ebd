import api from "./api/messages.zh.ts";
import audit from "./audit/messages.zh.ts";
import auth from "./auth/messages.zh.ts";
import exchange from "./features/exchange/messages.zh.ts";
import members from "./features/members/messages.zh.ts";
import overview from "./features/overview/messages.zh.ts";
import production from "./features/production/messages.zh.ts";
import recording from "./features/production/recording/messages.zh.ts";
import treatments from "./features/production/treatments/messages.zh.ts";
import water from "./features/production/water/messages.zh.ts";
import safety from "./features/safety/messages.zh.ts";
import sites from "./features/sites/messages.zh.ts";
import income from "./features/supply/income/messages.zh.ts";
import supply from "./features/supply/messages.zh.ts";
import settlement from "./features/supply/settlement/messages.zh.ts";
import shipments from "./features/supply/shipments/messages.zh.ts";
import http from "./http/messages.zh.ts";
import common from "./i18n/messages.zh.ts";
import map from "./map/messages.zh.ts";
import outline from "./map/outline/messages.zh.ts";

/** Every namespace in Chinese, the language the keys are taken from. */
export default {
  common,
  http,
  auth,
  audit,
  members,
  sites,
  safety,
  production,
  recording,
  treatments,
  water,
  supply,
  shipments,
  settlement,
  income,
  exchange,
  overview,
  api,
  map,
  outline,
};
