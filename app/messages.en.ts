import api from "./api/messages.en.ts";
import audit from "./audit/messages.en.ts";
import auth from "./auth/messages.en.ts";
import exchange from "./features/exchange/messages.en.ts";
import members from "./features/members/messages.en.ts";
import overview from "./features/overview/messages.en.ts";
import production from "./features/production/messages.en.ts";
import recording from "./features/production/recording/messages.en.ts";
import treatments from "./features/production/treatments/messages.en.ts";
import water from "./features/production/water/messages.en.ts";
import safety from "./features/safety/messages.en.ts";
import sites from "./features/sites/messages.en.ts";
import income from "./features/supply/income/messages.en.ts";
import supply from "./features/supply/messages.en.ts";
import settlement from "./features/supply/settlement/messages.en.ts";
import shipments from "./features/supply/shipments/messages.en.ts";
import http from "./http/messages.en.ts";
import common from "./i18n/messages.en.ts";
import map from "./map/messages.en.ts";
import outline from "./map/outline/messages.en.ts";

/** Every namespace in English. */
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
